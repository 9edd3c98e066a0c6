namespace Proposals.Tests.Web.Hostile;

/// <summary>One thing that nobody types by accident.</summary>
internal sealed record NastyValue(string Name, string Text)
{
    /// <summary>An element that no page of ours has: where it stands in a page, a value became part of it.</summary>
    public const string Element = "pwned-x";

    public const string Attribute = "data-pwned";

    public static IReadOnlyList<NastyValue> All { get; } =
    [
        new("empty", ""),
        new("blanks", " \u3000 "),
        new("beyond a name", new string('长', 300)),
        new("beyond a remark", new string('长', 3000)),
        new("beyond a long text", new string('长', 60_000)),
        new("without a blank", new string('x', 20_000)),
        new("minus one", "-1"),
        new("zero", "0"),
        new("largest int", "2147483647"),
        new("beyond every number", "99999999999999999999999"),
        new("exponent", "1e400"),
        new("not a number", "NaN"),
        new("full-width figures", "１２"),
        new("boolean", "true"),
        new("unknown member", "999"),
        new("two members", "Lead,Cosigner"),
        new("no such day", "2025-02-30"),
        new("first day", "0001-01-01"),
        new("last day", "9999-12-31"),
        new("last day that is taken", "2100-12-31"),
        new("long ago", "1900-01-01"),
        new("day and time", "2025-03-01T23:59:59Z"),
        new("no id", "00000000-0000-0000-0000-000000000000"),
        new("somebody's id", "0193a0b0-1111-7222-8333-444455556666"),
        new("script", $"<script>__pwned()</script><{Element}>"),
        new("out of an attribute", $"\" {Attribute}=\"1\" autofocus onfocus=\"__pwned()\" x=\""),
        new("out of a single quote", $"' {Attribute}='1' onmouseover='__pwned()"),
        new("out of a text area", $"</textarea></title></style><img src=x onerror=__pwned() {Attribute}=1><{Element}>"),
        new("address that runs", "javascript:__pwned()"),
        new("two slashes", "//evil.example/a"),
        new("backslash address", "/\\evil.example"),
        new("SQL", "'; DROP TABLE cases;--"),
        new("SQL or", "x' OR '1'='1"),
        new("wildcards", "%_\\[^a]*?"),
        new("template", "{{7*7}}${7*7}#{7*7}<%= 7*7 %>@(7*7)"),
        new("format", "{0}{1}{99}{x:} %s%n%x {"),
        new("path", "../../../../etc/passwd"),
        new("Windows path", "..\\..\\C:\\boot.ini"),
        new("entity", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        new("deep JSON", string.Concat(Enumerable.Repeat("{\"a\":[", 500))),
        new("header", "a\r\nSet-Cookie: pwned=1\r\n\r\n<b>"),
        new("NUL", "甲\0乙"),
        new("controls", "甲\u0001\u0008\u000B\u001B[31m\u007F\u0085乙"),
        new("turned round", "甲\u202Egnp.exe\u2066乙"),
        new("invisible", "\u200B\uFEFF\u2060\u200E"),
        new("emoji", "👨‍👩‍👧‍👦🏳️‍🌈𠮷"),
        new("heaped", "Z" + string.Concat(Enumerable.Repeat("\u0344\u0489", 200))),
        new("no character", "\uFFFE\uFFFF\uFFFD"),
        new("formula", "=HYPERLINK(\"http://evil.example\",\"x\")"),
        new("regular expression", "(a+)+$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"),
    ];
}
