@main
struct Prikk {
  static func main() { print("prikk") }
}
