import Canvas

/// How a face looks: attributes that every terminal has, and a colour where there are some.
struct Look: Hashable {
  /// The attributes of a look.
  struct Attributes: OptionSet, Hashable {
    let rawValue: UInt8
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let reverse = Attributes(rawValue: 4)
    static let underline = Attributes(rawValue: 8)
  }

  let attributes: Attributes
  /// Number of the colour of the letters, or `nil` for the terminal's own.
  let color: Int16?
}

/// The look of every face, for the colours that a terminal has.
///
/// The background stays the terminal's own: full-width bars cost bytes, and nobody's light or dark
/// background is wrong. The colours are readable on both. What colour says, an attribute or a sign
/// says too.
struct Theme {
  /// How many colours there are to choose from.
  enum Palette: CaseIterable {
    case none, eight, many

    /// The palette of a terminal with `colors` colours; `NO_COLOR` (not empty) wants none.
    init(colors: Int, environment: [String: String]) {
      if !(environment["NO_COLOR"] ?? "").isEmpty || colors < 8 {
        self = .none
      } else {
        self = colors < 256 ? .eight : .many
      }
    }
  }

  let palette: Palette

  /// How `face` looks.
  func look(of face: Face) -> Look {
    switch face {
    case .normal, .stub, .dialog: look([])
    case .title: look(.bold)
    case .heading: look(.bold, 6, 30)
    // Symbols stand among figures: colour alone is half the bytes of colour and bold.
    case .symbol: look(palette == .none ? .bold : [], 3, 130)
    case .cursor: look([.reverse, .bold])
    case .cursorLabel: look([.bold, .underline])
    case .crumb: look([], 6, 32)
    case .status: look([], 6, 30)
    case .key: look(.bold, 6, 32)
    case .footer: look([])
    case .disabled: look(.dim)
    case .frame: look(.bold, 6, 30)
    case .choice: look(.reverse)
    case .input: look(.underline)
    case .match: look([.bold, .underline], 3, 130)
    case .warning: look(.bold, 1, 160)
    }
  }

  private func look(
    _ attributes: Look.Attributes, _ eight: Int16? = nil, _ many: Int16? = nil
  ) -> Look {
    switch palette {
    case .none: Look(attributes: attributes, color: nil)
    case .eight: Look(attributes: attributes, color: eight)
    case .many: Look(attributes: attributes, color: many)
    }
  }
}
