/// Why a terminal cannot be used; found before anything is sent to it.
public enum TerminalError: Error, Sendable, Hashable {
  /// Neither standard input and output nor `/dev/tty` is a terminal.
  case noTerminal
  /// `TERM` is unset or empty.
  case typeUnset
  /// The terminal database has no such `TERM`.
  case typeUnknown(String)
  /// A terminal of this `TERM` cannot place its cursor.
  case typeIncapable(String)
  /// The locale of this name is not installed.
  case localeUnknown(variable: String, name: String)
  /// A call of the operating system failed.
  case system(call: String, number: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and the way out, in sentences for whoever typed the command.
  public var description: String {
    switch self {
    case .noTerminal:
      "there is no terminal to show screens on. Use `prikk show` or `prikk export` in scripts."
    case .typeUnset:
      "the variable TERM is not set, so the terminal is unknown. Set it, for instance with "
        + "`export TERM=xterm-256color`, or use `prikk show`."
    case .typeUnknown(let name):
      "the terminal \"\(name)\" (TERM) is not in the terminal database. Set TERM to a known one, "
        + "for instance with `export TERM=xterm-256color`, or use `prikk show`."
    case .typeIncapable(let name):
      "a terminal of the kind \"\(name)\" (TERM) cannot show screens, because its cursor cannot "
        + "be moved. Use `prikk show` or `prikk export`."
    case .localeUnknown(let variable, let name):
      "the locale \"\(name)\" (\(variable)) is not installed. Set \(variable) to one that is, "
        + "for instance with `export \(variable)=C.UTF-8`."
    case .system(let call, let number):
      "the terminal could not be taken over: \(call) failed with error number \(number)."
    }
  }
}
