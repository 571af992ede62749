/// Where a label ends and its answer begins.
extension Segmenter {
  func cut(
    _ tokens: [Token], trailing: Token.Gap, _ line: Line, _ shape: LineShape
  ) -> Cut? {
    if shape.isHeading, line.number == 1 || isFirst,
      labels.read(Self.withoutRemark(tokens[...].prefix(8)))?.topics.subtracting([.client]).isEmpty
        != false
        || tokens.count > 8
    {
      return Cut(
        label: Label(topics: [.title]), tokens: tokens, answer: 0, trailing: trailing)
    }
    if let separator = separator(of: tokens, line) {
      var at = separator
      // `OS & Browser: Windows 10 & Chrome`; a remark in brackets belongs to the label.
      let isSentence = tokens[..<separator].dropFirst().contains { token in
        token.gap.has(.sentenceEnds) || token.gap.contains(.period) && token.gap.contains(.space)
      }
      if isSentence { return nil }
      if let label = labels.read(Self.withoutRemark(tokens[..<at])) {
        if label.isNamed || at > 6, isClause(tokens[..<at], label) { return nil }
        if label.isNamed, label.topics.isEmpty, at > 4, !asksFirst(tokens),
          Offer.kinds(in: Array(tokens[..<at]), labels.lexicon).count < 3
        {
          return nil
        }
        at = min(at, tokens.count)
        return Cut(label: label, tokens: tokens, answer: at, trailing: trailing)
      }
      let stance = separator <= 6 ? labels.changed(tokens[..<separator]) : nil
      guard separator <= 3 || stance != nil, tokens[separator].gap.has([.colon, .equals]),
        tokens[..<separator].allSatisfy({ $0.text.first?.isLetter == true })
      else { return nil }
      return Cut(
        label: Label(stance: stance, isPair: true), tokens: tokens, answer: separator,
        trailing: trailing)
    }
    let isAlone =
      shape.isHeading || trailing.has([.colon, .question])
      || trailing.isEmpty && endsInVersion(tokens)
      || shape.isTableRow && trailing.contains(.pipe)
    // `Windows Server 2012 R2 :(`
    let isSmiling = [":(", ":)", ":-(", ":-)", ":/"].contains { line.text.trimmed.hasSuffix($0) }
    guard isAlone, !isSmiling else { return nil }
    let asks = trailing.contains(.question)
    // A program's question asks nothing of what stands below its code.
    if asks, isFenced { return nil }
    // `It is 3.0.5. The system:` says something first.
    let saysMore = tokens.dropFirst().contains {
      $0.gap.contains(.period) && $0.gap.has([.space, .close])
    }
    if saysMore, !shape.isHeading { return nil }
    // A customer's own question is none of ours, unless it is quoted back.
    if asks, !shape.isHeading, line.voice == .customer, line.depth == 0, tokens.count > 6 {
      return nil
    }
    let label =
      asks || shape.isHeading
      ? question(Self.withoutRemark(tokens[...])) : labels.read(Self.withoutRemark(tokens[...]))
    // `Oracle Linux 8.8:` is told rather than asked for.
    let tells = tokens.contains { $0.isVersionLike && $0.text.contains(".") }
    if let label, !asks, !shape.isHeading, tells || isClause(tokens[...], label) { return nil }
    // `Docker on a CentOS server:` says something too.
    if let label, !asks, !shape.isHeading, label.isNamed, label.topics.isEmpty, tokens.count > 3,
      line.depth == 0
    {
      return nil
    }
    guard let label else {
      return shape.isHeading
        ? Cut(label: Label(), tokens: tokens, answer: tokens.count, trailing: []) : nil
    }
    return Cut(label: label, tokens: tokens, answer: tokens.count, trailing: trailing)
  }

  /// Where the answer begins; a remark in brackets, such as `(FTP, SFTP, AS2)`, belongs to the label.
  func separator(of tokens: [Token], _ line: Line) -> Int? {
    var (words, isRemark, asked) = (0, false, Int?.none)
    for index in tokens.indices.dropFirst() {
      let gap = tokens[index].gap
      if isRemark, !gap.contains(.close) { continue }
      let asks = gap.contains(.question) && line.voice == .customer
      let opens = gap.contains(.open) && !gap.contains(.close) && index <= 8
      if opens, asks || !gap.has([.colon, .equals, .pipe]) {
        // `Is it virtualised? (VMware, Docker): no`
        if asks { asked = index }
        isRemark = true
        continue
      }
      isRemark = false
      words += 1
      guard words < 13 else { break }
      // `the drive Z: is connected`
      let isDrive = index > 1 && tokens[index - 1].text.count == 1 && tokens[index - 1].isCapital
      if gap.has([.colon, .equals, .pipe]) && !tokens[index - 1].isNumber && !isDrive || asks
        || asked != nil
      {
        return index
      }
    }
    return asked
  }
}
