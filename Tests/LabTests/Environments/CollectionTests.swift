import Testing

@testable import Lab

@Suite struct CollectionTests {
  @Test(arguments: [
    ("/var/log/proftpd/proftpd.log", "var/log/proftpd/proftpd.log"),
    ("/../../etc/passwd", "etc/passwd"),
    ("/a/b\u{1B}[31m/c d", "a/b__31m/c_d"),
    ("/1/2/3/4/5/6", "3/4/5/6"),
  ]) func aGuestsPathBecomesASafeRelativeName(path: String, name: String) {
    #expect(Collection.safeName(path) == name)
  }
}
