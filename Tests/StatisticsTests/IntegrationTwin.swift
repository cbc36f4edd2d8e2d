/// What the note says of one person, read slowly and literally from lines such as those of
/// ``IntegrationMicroRegister``; days are texts (`2022-12-31`), which compare as days do.
struct IntegrationTwin {
  private let rows: [[String: String]]

  init(_ lines: [String]) {
    rows = lines.map { line in
      let words = line.split(separator: " ").map(String.init)
      var row = ["register": words[0], "isRow": words.count > 1 ? "1" : "0"]
      for word in words.dropFirst() {
        let parts = word.split(separator: "=").map(String.init)
        row[parts[0]] = parts[1]
      }
      return row
    }
  }

  private func rows(_ register: String) -> [[String: String]] {
    rows.filter { $0["register"] == register && $0["isRow"] == "1" }
  }

  private func rows(_ register: String, on day: String) -> [[String: String]] {
    rows(register).filter {
      ($0["from"] ?? "0000-00-00") <= day && day <= ($0["until"] ?? "9999-99-99")
    }
  }

  /// The same day some years later; who is born on 29 February has a birthday on 1 March.
  private func later(_ day: String, _ years: Int) -> String {
    "\((Int(day.prefix(4)) ?? 0) + years)\(day.dropFirst(4))"
  }

  private func completedYears(from start: String, to end: String) -> Int {
    var years = 0
    while later(start, years + 1) <= end { years += 1 }
    return years
  }

  private var firstImmigration: String? {
    rows("immigrations").compactMap { $0["day"] }.sorted().first
  }

  /// The lowest category whose permit is in time, if it is of the programme.
  private func permit(_ immigrated: String, _ reference: String) -> String? {
    var found: [String] = []
    for row in rows("permits") {
      guard let category = row["category"], ["1", "2", "3", "4"].contains(category) else {
        continue
      }
      guard let day = row["imputed"] == "1" ? immigrated : row["given"] else { continue }
      if later(day, 1) >= immigrated, day <= reference { found.append(category) }
    }
    return found.sorted().first
  }

  /// Sex, age, origin, length of stay, permit, municipality; the day of birth after them.
  func record(on reference: String) -> [String]? {
    guard let came = firstImmigration, came <= reference, later(came, 5) > reference else {
      return nil
    }
    let nordic = ["DK", "FI", "FO", "GL", "IS", "NO", "SE"]
    if rows("citizenships", on: reference).contains(where: { nordic.contains($0["country"] ?? "") })
    {
      return nil
    }
    guard let person = rows("persons", on: reference).first, person["ancestry"] == "2",
      let born = person["born"], let sex = person["sex"], let origin = person["origin"],
      let home = rows("residences", on: reference).first?["municipality"]
    else { return nil }
    let age = completedYears(from: born, to: reference)
    guard age >= 18, age <= 66, later(born, 18) <= came, let permit = permit(came, reference)
    else { return nil }
    let stay = completedYears(from: came, to: reference)
    return [sex, "\(age)", origin, "\(stay)", permit, home, born]
  }

  /// The cohort, then sex, age at immigration, origin, permit, municipality, employment, and
  /// residence one and two years after.
  func cohort(through last: Int) -> (year: Int, codes: [String])? {
    guard let came = firstImmigration, let year = Int(came.prefix(4)) else { return nil }
    for label in 2008...max(2008, last) where label <= last {
      guard let first = record(on: "\(label - 1)-12-31") else { continue }
      let age = completedYears(from: first[6], to: came)
      let work = rows("employment").first { $0["year"] == "\(year + 1)" }?["status"] ?? "9"
      let after = (1...2).map { years in
        let home = rows("residences", on: "\(year + years)-12-31").first?["municipality"]
        return year + years < last ? residence(first[5], home) : "unknown"
      }
      return (
        year,
        [first[0], "\(age)", first[2], first[4], first[5], year + 1 < last ? work : "unknown"]
          + after
      )
    }
    return nil
  }

  private func residence(_ first: String, _ home: String?) -> String {
    let regions = ["101": "084", "157": "084", "461": "083", "561": "083", "751": "082"]
    guard let home else { return "abroad" }
    return home == first ? "same" : regions[home] == regions[first] ? "region" : "other"
  }
}
