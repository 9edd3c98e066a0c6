using System.Text;

namespace Proposals.Intake.Lists;

/// <summary>Which characters the bytes of a text file are. Excel writes GB18030 for .csv in China, WPS and others UTF-8; nothing but the bytes says which.</summary>
internal static class TextBytes
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("This runtime has no GB18030.");

    /// <summary>Null when it is no text.</summary>
    public static string? Decode(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Try(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            _ => Try(Utf8, bytes) ?? Try(Chinese, bytes),
        };
        return text is null || text.Any(IsBinary) ? null : text;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsBinary(char letter) => letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\v' or '\f' or '\u0007');
}
