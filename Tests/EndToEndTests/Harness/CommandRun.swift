import CVterm
import Glibc

/// One run of a program without a terminal: what it wrote and how it ended.
struct CommandRun {
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String
  /// How it ended.
  let ending: ChildProcess.Ending

  /// The exit status, or -1 when a signal killed it.
  var status: Int32 {
    if case .exited(let status) = ending { status } else { -1 }
  }

  /// Runs a program to its end; nothing comes on standard input and there is no terminal at all.
  ///
  /// `environment` adds to the variables of `plainEnvironment`; `patience` says how many times half
  /// a second may pass without a byte before the program is killed.
  init(
    _ program: String = BuiltProgram.prikk, _ arguments: [String] = [],
    environment: [String: String] = [:], folder: String? = nil, patience: Int = 120
  ) throws {
    var outputs: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]
    guard unsafe pipe2(&outputs, O_CLOEXEC) == 0, unsafe pipe2(&errors, O_CLOEXEC) == 0 else {
      throw HarnessError("no pipes")
    }
    let start = ChildProcess.Start(
      command: [program] + arguments, environment: plainEnvironment(adding: environment),
      folder: folder)
    let child = try ChildProcess(start, .pipes(output: outputs[1], errors: errors[1]))
    close(outputs[1])
    close(errors[1])
    var texts: [[UInt8]] = [[], []]
    var open = [outputs[0], errors[0]]
    var silence = 0
    while open.contains(where: { $0 >= 0 }) {
      var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if unsafe poll(&entries, 2, 500) <= 0 { silence += 1 } else { silence = 0 }
      if silence > patience {
        child.signal(SIGKILL)
        throw HarnessError("\(program) \(arguments) did not end")
      }
      for index in 0..<2 where entries[index].revents != 0 {
        let block = readBlock(open[index])
        texts[index] += block
        if block.isEmpty {
          close(open[index])
          open[index] = -1
        }
      }
    }
    while !child.hasEnded() { _ = poll(nil, 0, 1) }
    output = String(decoding: texts[0], as: UTF8.self)
    self.errors = String(decoding: texts[1], as: UTF8.self)
    ending = child.ending ?? .exited(-1)
  }
}

/// A small environment that is the same on every machine, with `variables` added or replaced; an
/// empty value takes a variable away.
func plainEnvironment(adding variables: [String: String]) -> [String] {
  var environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8",
    "SWIFT_BACKTRACE": "enable=no",
  ]
  environment.merge(variables) { $1 }
  return environment.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.sorted()
}
