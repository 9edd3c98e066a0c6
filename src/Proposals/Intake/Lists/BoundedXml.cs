using System.Text;
using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>The text of one part of a workbook on its way to the XML reader. The reader holds a whole tag, each attribute and each name, so all of them are counted here first.</summary>
internal sealed class BoundedXml(Stream part) : TextReader
{
    /// <summary>Read as UTF-8 whatever the part says of itself: a workbook has nothing else, and an odd encoding would hide tags from the count.</summary>
    private readonly StreamReader text = new(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
    private int total;
    private int tag = -1;
    private char? quote;
    private bool isDeclaration;

    /// <summary>Set where the part was cut off; the reader then meets an unexpected end.</summary>
    public Refusal? Refusal { get; private set; }

    public static XmlReader Open(BoundedXml text) => XmlReader.Create(text, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new FewNames(),
    });

    public override int Read(char[] buffer, int index, int count)
    {
        if (Refusal is not null)
            return 0;
        if (total == 0 && text.Peek() == '\uFEFF' && text.Read() < 0)
            return 0;
        var read = text.Read(buffer, index, count);
        total += read;
        if (total > ListLimits.PartCharacters)
            Refusal = ListRefusals.Inflated;
        foreach (var letter in buffer.AsSpan(index, read))
            Watch(letter);
        return Refusal is null ? read : 0;
    }

    public override int Read(Span<char> buffer)
    {
        var copy = new char[buffer.Length];
        var read = Read(copy, 0, copy.Length);
        copy.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    public override int Peek() => -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(char letter)
    {
        if (tag < 0)
        {
            if (letter == '<')
                (tag, quote, isDeclaration) = (0, null, false);
            return;
        }

        tag++;
        if (tag > ListLimits.TagCharacters)
            Refusal ??= ListRefusals.Inflated;
        if (tag == 1 && letter == '!')
            isDeclaration = true;
        else if (tag == 2 && isDeclaration && letter is 'D' or 'd')
            Refusal ??= ListRefusals.Entities;
        else if (quote is not null)
            quote = letter == quote ? null : quote;
        else if (letter is '"' or '\'' && !isDeclaration)
            quote = letter;
        else if (letter == '>')
            tag = -1;
    }

    /// <summary>A workbook is written with some two hundred names.</summary>
    private sealed class FewNames : NameTable
    {
        private int known;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        private string Count(string name) => ++known > ListLimits.Names ? throw new XmlException("More names than a workbook has.") : name;
    }
}
