import Glibc

/// The locale for character widths and encoding, and whether it is UTF-8.
struct LocaleChoice: Hashable {
  /// What `setlocale` is called with.
  let name: String
  /// Whether characters outside ASCII can be sent.
  let isUTF8: Bool

  /// The locale that the environment asks for.
  ///
  /// A UTF-8 locale that is not installed here (the usual thing over ssh) is as good as `C.UTF-8`,
  /// because nothing but the encoding is used of it.
  init(environment: [String: String]) throws(TerminalError) {
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
    let variable = variables.first { !(environment[$0] ?? "").isEmpty }
    guard let variable, let name = environment[variable] else {
      self.name = "C"
      isUTF8 = false
      return
    }
    let claimsUTF8 = Self.claimsUTF8(name)
    for candidate in claimsUTF8 ? [name, "C.UTF-8"] : [name] {
      guard let codeset = Self.codeset(of: candidate) else { continue }
      self.name = candidate
      isUTF8 = codeset == "UTF-8"
      return
    }
    throw .localeUnknown(variable: variable, name: name)
  }

  /// Whether the part of a locale name after the dot means UTF-8.
  static func claimsUTF8(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let codeset = name[name.index(after: dot)...].prefix { $0 != "@" }
    return codeset.filter { $0 != "-" }.lowercased() == "utf8"
  }

  /// The encoding of a locale, or `nil` when it is not installed.
  private static func codeset(of name: String) -> String? {
    guard let locale = unsafe newlocale(1 << LC_CTYPE, name, nil) else { return nil }
    defer { unsafe freelocale(locale) }
    guard let codeset = unsafe nl_langinfo_l(nl_item(CODESET), locale) else { return nil }
    return unsafe String(cString: codeset)
  }
}
