enum ArchiveReader {
  static func read(_ content: FileContent, _ reading: inout ReadingRun, depth: Int) {
    reading.troubles.append(Trouble(content.name, "is an archive; not read"))
  }
}
