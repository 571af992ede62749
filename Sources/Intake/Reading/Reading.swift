/// From the files that a customer sent to documents of lines, each with who says it and when.
enum Reading {
  static func documents(
    of files: [TicketFile]
  ) -> (documents: [Document], troubles: [Trouble]) {
    var run = ReadingRun()
    for file in files {
      run.read(FileContent(file), as: file.isAttachment ? .attachment : .unknown)
    }
    let bounded = OldHistory.bounded(Repetition.reduce(MessageOrder.documents(run.drafts)))
    let troubles = run.troubles + bounded.troubles
    return (bounded.documents, Array(troubles.prefix(ReadingLimits.troubles)))
  }
}
