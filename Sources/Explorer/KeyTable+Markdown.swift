/// The keys of the table screen as a Markdown table, from the table that handles them.
public func keyTableMarkdown() -> String {
  var lines = ["| task | key | what it does |", "| --- | --- | --- |"]
  for topic in HelpTopic.allCases {
    for binding in KeyTable.bindings(.table) where binding.task == topic {
      let key = binding.keyText.map { $0 == "|" ? "\\|" : String($0) }.joined()
      lines.append("| \(topic.rawValue) | `\(key)` | \(binding.help) |")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}
