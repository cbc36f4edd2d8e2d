@main
struct PrikkBench {
  static func main() { print("prikk") }
}
