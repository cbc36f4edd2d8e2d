internal import Classifications
internal import Publication

extension DisabilityLists {
  /// The tables in the order of the catalogue.
  var tables: [TableDescription] {
    let groups: [Axis] = [.age, .sex, .education, .background, .region]
    return [
      ofPopulation(
        "dis-age", .degree, [.age, .sex, .degree], stub: [.age], heading: [.sex],
        notes: [DisabilityTexts.degreeNote]),
      ofPopulation(
        "dis-education", .recipients, groups, stub: [.age, .education], heading: [.sex]),
      ofPopulation(
        "dis-background", .recipients, groups, stub: [.age, .background], heading: [.sex]),
      ofPopulation("dis-region", .recipients, groups, stub: [.region], heading: [.sex]),
      ofTotal(
        "dis-young", .young, [.young, .sex, .degree], shares: .degree,
        opening: ([.young, .degree], [.sex]), notes: [DisabilityTexts.degreeNote]),
      ofPopulation(
        "dis-new", .new, [.age, .sex], stub: [.age], heading: [.sex],
        notes: [DisabilityTexts.newNote]),
      ofTotal(
        "dis-intensity", .intensity, [.age, .sex, .intensity], shares: .intensity,
        opening: ([.age, .intensity], [.sex]), notes: [DisabilityTexts.intensityNote]),
      ofTotal(
        "dis-residence", .residence, [.age, .sex, .residence], shares: .residence,
        opening: ([.age, .residence], [.sex]), notes: [DisabilityTexts.residenceNote]),
      ofTotal(
        "dis-residence-degree", .residenceDegree, [.sex, .degree, .residence],
        shares: .residence, opening: ([.degree, .residence], [.sex]),
        notes: [DisabilityTexts.residenceNote, DisabilityTexts.degreeNote]),
      ofTotal(
        "dis-poverty", .poverty, [.age, .sex, .poverty], shares: .poverty,
        opening: ([.age, .poverty], [.sex]), notes: [DisabilityTexts.povertyNote]),
      incomeAccount.table(stub: [Axis.age.rawValue], heading: [Axis.sex.rawValue]),
    ]
  }

  /// A table with per cent of the population, whose content is not asked for other dimensions.
  private func ofPopulation(
    _ id: String, _ matrix: Matrix, _ groups: [Axis], stub: [Axis], heading: [Axis],
    notes: [Label] = []
  ) -> TableDescription {
    let label = matrices[matrix.rawValue].description.label
    return TableDescription(
      id: id, title: label, dimensions: ([.year] + groups).map(\.rawValue),
      contents: [
        TableContent(id: "recipients", label: label, matrices: [matrix.rawValue]),
        TableContent(
          id: "population", label: AllowanceTexts.population,
          matrices: [Matrix.population.rawValue, Matrix.populationRegion.rawValue]),
      ],
      measures: [
        AllowanceTexts.persons,
        AllowanceTexts.percentOfPopulation,
        Measure(
          id: "population", label: AllowanceTexts.population, kind: .count(1), decimals: 0),
      ],
      opening: OpeningView(
        stub: stub.map(\.rawValue), heading: heading.map(\.rawValue), measures: [0, 1]),
      notes: notes)
  }

  /// A table with per cent of the total of one of its dimensions.
  private func ofTotal(
    _ id: String, _ matrix: Matrix, _ groups: [Axis], shares: Axis,
    opening: (stub: [Axis], heading: [Axis]), notes: [Label]
  ) -> TableDescription {
    let label = matrices[matrix.rawValue].description.label
    return TableDescription(
      id: id, title: label, dimensions: ([.year] + groups).map(\.rawValue),
      contents: [TableContent(id: "recipients", label: label, matrices: [matrix.rawValue])],
      measures: [
        AllowanceTexts.persons,
        Measure(
          id: "percent-of-recipients", label: DisabilityTexts.percentOfRecipients,
          kind: .percentOfTotal(0, dimension: shares.rawValue), decimals: 1),
      ],
      opening: OpeningView(
        stub: opening.stub.map(\.rawValue), heading: opening.heading.map(\.rawValue),
        measures: [0, 1]),
      notes: notes)
  }
}
