internal import Classifications
internal import Registers

extension DisabilitySynthesis {
  /// What a recipient is like: places of codes among the leaves of each list.
  struct Traits {
    let sex, ageGroup, education, background, municipality: Int
  }

  /// Where someone comes from: places of countries.
  struct Origin {
    let birthCountry, mother, father: Int32
    let foreignGrandparents: Int32
  }

  /// What comes of a recipient in the last year as one.
  enum Ending {
    case goesOn, isEnded, died, livesAbroad
  }

  /// Someone with the benefit, while everything that is registered is made up.
  struct Recipient {
    let person: Int32
    let traits: Traits
    let origin: Origin
    let born: Day
    let died: Day?
    let ending: Ending
    /// The last year with the benefit.
    let year: Int
    /// Age at the end of that year.
    let age: Int
    /// The months of that year with the benefit.
    let spell: ClosedRange<Month>
    let degree: Int
  }

  /// Adds a recipient with everything that is registered of a person, and the household.
  mutating func addRecipient(_ traits: Traits, age: Int, until year: Int, _ ending: Ending) {
    // Who turns 18 in December has the benefit from the year after.
    let born = Day(year - age, draw(1...(age == 18 ? 11 : 12)), draw(1...28))
    let spell = benefit(born: born, age: age, in: year)
    let died = ending == .died ? death(in: spell) : nil
    let origin = origin(background: traits.background, sex: traits.sex)
    let recipient = Recipient(
      person: addPerson(sex: traits.sex, born: born, died: died, origin: origin), traits: traits,
      origin: origin, born: born, died: died, ending: ending, year: year, age: age, spell: spell,
      degree: degree(age: age, traits))
    let start = addDecisions(of: recipient)
    let active = max(years.lowerBound, min(start.year, year))...year
    let worked = addWork(of: recipient, from: start, in: active)
    addEducation(of: recipient)
    addResidence(of: recipient)
    addIncomes(of: recipient, from: start, in: active, worked: worked)
    let homeYears: ClosedRange<Int>? =
      switch ending {
      case .goesOn, .isEnded: active
      case .died: active.count > 1 ? active.lowerBound...year - 1 : nil
      case .livesAbroad: nil
      }
    if let homeYears, !happens(0.01) { addHousehold(of: recipient, in: homeYears) }
  }

  /// A day of death in the year, after the benefit began.
  private mutating func death(in spell: ClosedRange<Month>) -> Day {
    let month = draw(max(1, spell.lowerBound.monthOfYear)...12)
    return Day(spell.lowerBound.year, month, draw(1...28))
  }

  /// Countries that make someone of the background at `place`, with the exceptions of the rest.
  private mutating func origin(background place: Int, sex: Int) -> Origin {
    let country = Int32(countries[place][sex].draw(&generator))
    let isRest = backgroundCodes[place] == "rest"
    guard isRest else {
      // One in twenty has parents from another country than the own.
      let father =
        happens(0.05) ? Int32(countries[place][0].draw(&generator)) : country
      return Origin(
        birthCountry: country, mother: country, father: father, foreignGrandparents: 4)
    }
    if country == norway, !happens(0.04) {
      return Origin(
        birthCountry: norway, mother: norway, father: norway, foreignGrandparents: 0)
    }
    // Born in Norway to immigrants, or abroad with a parent or a grandparent from Norway.
    if country == norway {
      let abroad = Int32(countries[0][sex].draw(&generator))
      return Origin(
        birthCountry: norway, mother: abroad, father: abroad, foreignGrandparents: 4)
    }
    let hasNorwegianMother = happens(0.7)
    return Origin(
      birthCountry: country, mother: hasNorwegianMother ? norway : country, father: country,
      foreignGrandparents: hasNorwegianMother ? 2 : 3)
  }

  /// Adds the highest education, of the group at `group`, and now and then one that comes too late.
  private mutating func addEducation(of recipient: Recipient) {
    let person = recipient.person
    let code = educationCodes[recipient.traits.education]
    let (levels, age): (ClosedRange<Int>, Int) =
      switch code {
      case "01": (1...2, 16)
      case "02": (3...5, 19)
      case "03": (6...8, 24)
      default: (0...0, 0)
      }
    let latest = Day(recipient.year, 6, 15)
    let completed = min(latest, recipient.born.advanced(byYears: age + draw(0...4)))
    // Level 1 is rare: it ended before the school of nine years.
    let level = code == "01" && !happens(0.03) ? 2 : draw(levels)
    if code != "09" {
      records.education.append([person, completed.number, Int32(level)])
    } else if happens(0.3) {
      records.education.append([person, latest.number, 9])
    }
    if happens(0.005) {
      records.education.append([
        person, Day(recipient.year, 12, 15).number, Int32(min(8, level + 2)),
      ])
    }
  }

  /// Adds the spells of residence: some moved, the dead until they died, and who lives abroad until
  /// some day before the end of the year.
  private mutating func addResidence(of recipient: Recipient) {
    let (person, years) = (recipient.person, years.lowerBound...recipient.year)
    let start = Day(years.lowerBound, 1, 1)
    let place = municipalityPlaces[recipient.traits.municipality]
    let missing = RegisterRecords.missing
    switch recipient.ending {
    case .goesOn, .isEnded:
      guard happens(0.04 * Double(years.count)) else {
        records.residences.append([person, start.number, missing, place])
        return
      }
      let moved = Day(draw(years), draw(1...12), draw(2...28))
      let before = municipalityPlaces[generator.below(municipalityPlaces.count)]
      records.residences.append([
        person, start.number, moved.advanced(byDays: -1).number, before,
      ])
      records.residences.append([person, moved.number, missing, place])
    case .died:
      let until = recipient.died?.number ?? missing
      records.residences.append([person, start.number, until, place])
    case .livesAbroad:
      guard happens(0.3) else { return }
      let left = Day(draw(years), draw(1...11), draw(1...28))
      records.residences.append([person, start.number, left.number, place])
    }
  }
}
