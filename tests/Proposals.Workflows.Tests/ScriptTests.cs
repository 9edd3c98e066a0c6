using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("'a' + 1 + 2", "\"a12\"")]
    [InlineData("variables.Amount + getAmount() + getVariable('Amount')", "21")]
    [InlineData("setAmount(9); getAmount()", "9")]
    [InlineData("getVariable('Nothing')", "null")]
    [InlineData("getInput('kind')", "\"提案\"")]
    [InlineData("getInput('missing')", "null")]
    [InlineData("getFact('count') > 1 && getFact('flag')", "true")]
    [InlineData("getFact('missing')", "null")]
    [InlineData("getWorkflowInstanceId()", "\"case-1\"")]
    [InlineData("isNullOrWhiteSpace('  ') && isNullOrWhiteSpace(null) && !isNullOrWhiteSpace('x')", "true")]
    [InlineData("new Date().toISOString()", "\"2026-03-31T01:00:00.000Z\"")]
    [InlineData("new Date().getHours()", "9")]
    [InlineData("Date.now() === new Date().getTime()", "true")]
    [InlineData("new Date('2026-03-31T08:00:00+08:00').getTime() === Date.parse('2026-03-31')", "true")]
    [InlineData("new Date('2026/3/31 8:00').getTime() === Date.parse('2026-03-31') && new Date(new Date(5)).getTime() === 5", "true")]
    [InlineData("isNaN(new Date('10:00').getTime()) && isNaN(Date.parse('3/31'))", "true")]
    [InlineData("new Date(2026, 0, 2)", "\"2026-01-01T16:00:00.000Z\"")]
    [InlineData("var d = new Date(2024, 1, 29, 23, 59, 58, 7); [d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getUTCHours()]", "[2024,1,29,4,23,59,58,7,15]")]
    [InlineData("var d = new Date(Date.UTC(-400, 1, 29)); [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.toISOString()]", "[-400,1,29,2,\"-0400-02-29T00:00:00.000Z\"]")]
    [InlineData("[new Date(2026, -1, 0).getTime() === Date.UTC(2025, 10, 29, 16), new Date(99, 0).getFullYear(), new Date(2026, 0, 31, 24 * 40).getMonth(), new Date().getTimezoneOffset()]", "[true,1999,2,-480]")]
    [InlineData("var d = new Date(2026, 0, 31); d.setMonth(1); d.setDate(0); d.setHours(25, 61); d.setUTCSeconds(-1); d", "\"2026-02-28T18:00:59.000Z\"")]
    [InlineData("var d = new Date(NaN); [d.setMonth(1), d.getDate(), d.setFullYear(2026, 5, 1), d.getMonth()]", "[null,null,1780243200000,5]")]
    [InlineData("[new Date(8.64e15).toISOString(), new Date(-8.64e15).getUTCFullYear(), JSON.stringify(new Date(-1))]", "[\"275760-09-13T00:00:00.000Z\",-271821,\"\\\"1969-12-31T23:59:59.999Z\\\"\"]")]
    [InlineData("new Date() instanceof Date && [] instanceof Array", "true")]
    [InlineData("typeof Math['ran' + 'dom'] + typeof eval2", "\"undefinedundefined\"")]
    [InlineData("[3, 1, 2].sort().concat([9], 8).reverse().join('-')", "\"8-9-3-2-1\"")]
    [InlineData("[5, 1, 10].sort(function (a, b) { return a - b; })", "[1,5,10]")]
    [InlineData("[1, 2, 3, 4].filter(function (n) { return n % 2 === 0; }).map(function (n) { return n * n; })", "[4,16]")]
    [InlineData("[1, 2, 3].reduce(function (a, b) { return a + b; }) + [1, 2].indexOf(2)", "7")]
    [InlineData("var a = [1, 2, 3, 4, 5]; [a.splice(1, 2, 'x'), a, a.slice(-2), a.shift(), a.pop()]", "[[2,3],[\"x\",4],[4,5],1,5]")]
    [InlineData("'a,b,,c'.split(',')", "[\"a\",\"b\",\"\",\"c\"]")]
    [InlineData("'2026-03'.match(/(\\d+)-(\\d+)/)[2]", "\"03\"")]
    [InlineData("'aXbX'.replace(/x/gi, function (m) { return '<' + m + '>'; })", "\"a<X>b<X>\"")]
    [InlineData("'2026-03'.replace(/(\\d+)-(\\d+)/, '$2/$1')", "\"03/2026\"")]
    [InlineData("'a-b'.replace('-', \"[$$|$&|$`|$'|$1|$x|$\")", "\"a[$|-|a|b|$1|$x|$b\"")]
    [InlineData("'ab'.replace(/(a)(x)?/, '<$1|$2|$3|$01|$10|$0>')", "\"<a||$3|a|a0|$0>b\"")]
    [InlineData("'x1y22'.replace(/([a-z])(\\d+)(z)?/g, function (all, letter, digits, none, at, text) { return digits + letter + typeof none + at + text; })", "\"1xundefined0x1y2222yundefined2x1y22\"")]
    [InlineData("'a,b,c'.split(',', 2).concat('abc'.split('', 2), 'a,b'.split(',', 0), 'a,b'.split(undefined, 1))", "[\"a\",\"b\",\"a\",\"b\",\"a,b\"]")]
    [InlineData("'a1b2'.split(/(\\d)/).concat('abc'.split(/x*/), ''.split(''), ''.split(','))", "[\"a\",\"1\",\"b\",\"2\",\"\",\"a\",\"b\",\"c\",\"\"]")]
    [InlineData("['abcab'.lastIndexOf('ab', 2), 'abc'.lastIndexOf(''), 'abc'.lastIndexOf('abcd'), 'abc'.lastIndexOf('a', -5), 'abc'.indexOf('', 5), 'abcab'.indexOf('ab', 1), 'abc'.indexOf('c', -1)]", "[0,3,-1,0,3,3,2]")]
    [InlineData("'abc'.search('c') + /b/.exec('abc').index", "3")]
    [InlineData("JSON.parse(JSON.stringify({ b: [1, { c: null }], a: 'x' }))", "{\"a\":\"x\",\"b\":[1,{\"c\":null}]}")]
    [InlineData("var s = ''; for (var k in { x: 1, y: 2 }) s += k; s", "\"xy\"")]
    [InlineData("var o = { n: 1 }; o.n += 2; o['n'] *= 5; o.n -= 1; o.n <<= 1; o.n", "28")]
    [InlineData("function fact(n) { return n < 2 ? 1 : n * fact(n - 1); } fact(10)", "3628800")]
    [InlineData("try { null.x } catch (e) { 'caught' } finally { 1 }", "\"caught\"")]
    [InlineData("switch (getAmount()) { case 7: 'seven'; break; default: 'other' }", "\"seven\"")]
    [InlineData("var i = 0; outer: while (true) { for (;;) { if (i++ > 5) break outer; } } i", "7")]
    [InlineData("Object.keys({ a: 1, b: 2 }).length + parseInt('12px', 10)", "14")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("0 / 0", "null")]
    [InlineData("undefined", "null")]
    [InlineData("(function () { return this === undefined; })()", "true")]
    [InlineData("[1, , 3].length", "3")]
    [InlineData("[-2 | 0, -7 >> 1, -7 >>> 28, ~5, 5 ^ -3, 1 << 31, 4294967297 & 3, 1e20 | 0]", "[-2,-4,15,-6,-8,-2147483648,1,1661992960]")]
    [InlineData("var x = -2; x |= 1; var o = { n: -9 }; o.n >>= 1; [x, o.n]", "[-1,-5]")]
    [InlineData("'abcdef'.slice(-2) + 'abcdef'.substr(-3, 2) + 'abcdef'.substring(4, 1) + 'abcab'.lastIndexOf('ab') + 'abc'.charAt(-1)", "\"efdebcd3\"")]
    public void Gives(string script, string json)
    {
        var scene = Scene.Of(Drawings.Scripted(script));
        scene.Facts["count"] = 2;
        scene.Facts["flag"] = true;
        scene.Start(new JsonObject { ["kind"] = "提案" });
        Assert.Null(scene.Fault);
        Assert.Equal(json, scene.Variable("r") is { } value ? value.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) : "null");
    }

    /// <summary>One variable holds more than a script may read.</summary>
    [Theory]
    [InlineData("1", "Finished")]
    [InlineData("function f(variable) { return variable; } f({ variables: 1 }).variables", "Finished")]
    [InlineData("variables.Amount", "Faulted")]
    public void Variables_cost_only_the_scripts_that_name_them(string script, string status)
    {
        var large = $$"""{"id":"large","name":"Large","typeName":"Object","value":"[{{string.Join(',', Enumerable.Repeat("[]", 40_000))}}]"}""";
        var drawing = Drawings.Scripted(script).Replace("\"variables\":[", $"\"variables\":[{large},", StringComparison.Ordinal);
        Assert.Equal(status, Scene.Of(drawing).Start().Status);
    }
}
