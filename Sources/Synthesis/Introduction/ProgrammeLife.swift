internal import Registers

/// Where and when a person lived.
struct ProgrammeLife {
  /// A spell of residence; the municipality is a place among the leaves of 2019.
  struct Home {
    var from: Day
    var until: Day?
    var municipality: Int
  }
  let born: Day
  let died: Day?
  let homes: [Home]

  /// The municipality on `day`, or the first one before anyone lived in it.
  func municipality(on day: Day) -> Int {
    (homes.last { $0.from <= day } ?? homes[0]).municipality
  }
}

extension IntroductionSynthesis {
  /// A life that fits the career: the published municipality at the end of 2019.
  mutating func life(of one: ProgrammePerson, _ career: ProgrammeCareer) -> ProgrammeLife {
    let home = plan.municipality[one.model]
    let birthYear = birthYear(of: one, career)
    let born = Day(birthYear, 1, 1).advanced(byDays: generator.below(365))
    let arrival = career.first.advanced(byDays: -number(in: 40...400))
    var homes = [ProgrammeLife.Home(from: arrival, until: nil, municipality: home)]
    if happens(12) {
      // Settled elsewhere first.
      homes[0].municipality = choices.municipalities.draw(&generator)
      move(&homes, to: home, on: arrival.advanced(byDays: number(in: 10...39)))
    }
    let settled = Day(Self.publishedYear + 1, 1, 1)
    let free = one.kind == .published ? max(career.last, settled) : career.last
    if one.kind == .gone {
      return leaving(&homes, on: career.last.advanced(byDays: 1), born: born, deaths: 15)
    }
    if happens(16) {
      move(
        &homes, to: choices.municipalities.draw(&generator),
        on: free.advanced(byDays: number(in: 1...700)))
    }
    if happens(4) {
      return leaving(
        &homes, on: free.advanced(byDays: number(in: 1...900)), born: born, deaths: 8)
    }
    return ProgrammeLife(born: born, died: nil, homes: homes)
  }

  /// Who is published has the published age at the end of 2019; who left before, the model's age at
  /// the end of the year that they left in; who began later, at the end of that year.
  private func birthYear(of one: ProgrammePerson, _ career: ProgrammeCareer) -> Int {
    let age = plan.age[one.model] + 18
    return (one.otherYear ?? Self.publishedYear) - age
  }

  private func move(_ homes: inout [ProgrammeLife.Home], to municipality: Int, on day: Day) {
    let place = homes.count - 1
    guard day > homes[place].from, day <= Self.lastDay,
      homes[place].municipality != municipality
    else { return }
    homes[place].until = day.advanced(byDays: -1)
    homes.append(.init(from: day, until: nil, municipality: municipality))
  }

  /// Ends a life in Norway: by emigration, or by death on the last day.
  private mutating func leaving(
    _ homes: inout [ProgrammeLife.Home], on day: Day, born: Day, deaths percent: Double
  ) -> ProgrammeLife {
    guard day <= Self.lastDay else { return ProgrammeLife(born: born, died: nil, homes: homes) }
    homes.removeAll { $0.from >= day }
    let last = day.advanced(byDays: -1)
    if !homes.isEmpty { homes[homes.count - 1].until = last }
    return ProgrammeLife(born: born, died: happens(percent) ? last : nil, homes: homes)
  }

  mutating func addPerson(_ one: ProgrammePerson, _ life: ProgrammeLife) {
    let country = Int32(one.country ?? plan.country[one.model])
    made.persons.append([
      person, Int32(plan.sex[one.model]), life.born.number,
      life.died?.number ?? RegisterRecords.missing, country, country, country, 4,
    ])
  }

  /// Rows of residence, each in the list of its days: the reform of 2020 ends a spell, too.
  mutating func addResidences(_ life: ProgrammeLife) {
    let reform = Day(2020, 1, 1)
    for home in life.homes {
      let (old, new) = (codes.in2019[home.municipality], codes.from2020[home.municipality])
      let until = home.until?.number ?? RegisterRecords.missing
      let endsBefore = home.until.map { $0 < reform } ?? false
      if old == new || endsBefore {
        made.residences.append([person, home.from.number, until, old])
      } else if home.from >= reform {
        made.residences.append([person, home.from.number, until, new])
      } else {
        made.residences.append([person, home.from.number, reform.number - 1, old])
        made.residences.append([person, reform.number, until, new])
      }
      if old == codes.oslo { addDistricts(of: home, until: until) }
    }
  }

  private mutating func addDistricts(of home: ProgrammeLife.Home, until: Int32) {
    let district = Int32(choices.districts.draw(&generator))
    let move = home.from.advanced(byDays: number(in: 30...1_500))
    guard happens(25), home.until.map({ $0 > move }) ?? true else {
      made.districts.append([person, home.from.number, until, district])
      return
    }
    made.districts.append([person, home.from.number, move.number - 1, district])
    made.districts.append([
      person, move.number, until, Int32(choices.districts.draw(&generator)),
    ])
  }
}
