import Dispatch
import Explorer
import Testing

@testable import Session

/// Where the threads meet.
struct MailboxTests {
  @Test func `the descriptor is readable just while something lies there`() throws {
    let mailbox = try #require(Mailbox())
    #expect(!ScriptedDisplay.isReadable(mailbox.descriptor))
    mailbox.post(.tick)
    mailbox.post(.tick)
    #expect(ScriptedDisplay.isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().count == 2)
    #expect(!ScriptedDisplay.isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().isEmpty)
  }

  @Test func `someone else may have read the descriptor`() throws {
    let mailbox = try #require(Mailbox())
    mailbox.post(.tick)
    #expect(mailbox.takeAll().count == 1)
    mailbox.post(.tick)
    #expect(ScriptedDisplay.isReadable(mailbox.descriptor))
  }

  @Test func `nothing is lost and each sender's order is kept`() throws {
    let mailbox = try #require(Mailbox())
    let group = DispatchGroup()
    for sender in 0..<4 {
      DispatchQueue.global().async(group: group) {
        for number in 0..<500 { mailbox.post(.exported(path: "\(sender) \(number)")) }
      }
    }
    var paths: [String] = []
    while paths.count < 2_000 {
      ScriptedDisplay.wait(for: mailbox.descriptor)
      for event in mailbox.takeAll() {
        if case .exported(let path) = event { paths.append(path) }
      }
    }
    group.wait()
    for sender in 0..<4 {
      let mine = paths.filter { $0.hasPrefix("\(sender) ") }
      #expect(mine == (0..<500).map { "\(sender) \($0)" })
    }
  }
}
