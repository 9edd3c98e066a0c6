using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;
using Jint.Runtime;

namespace Proposals.Workflows.Scripting;

/// <summary>Dates that never look at the clock: Jint's own parser fills what a text leaves out from today.</summary>
internal sealed class SandboxDates(Engine engine, ScriptHost host)
{
    private static readonly string[] iso =
        ["yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static readonly string[] local = ["yyyy/M/d", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy年M月d日"];

    public ObjectInstance New(JsValue[] arguments)
    {
        if (arguments.Length == 0)
            return engine.Date.Construct(host.NowInMilliseconds);
        if (arguments.Length > 1)
            return engine.Date.Construct(arguments);
        if (arguments[0].IsObject() && arguments[0].AsObject() is DateInstance date)
            return engine.Date.Construct(date.PrimitiveValue);
        var value = TypeConverter.ToPrimitive(arguments[0]);
        return engine.Date.Construct(value.IsString() ? Parse(value.AsString()) : TypeConverter.ToNumber(value));
    }

    public double Parse(string text)
    {
        if (DateTimeOffset.TryParseExact(text, iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return exact.ToUnixTimeMilliseconds();
        return DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var here)
            ? new DateTimeOffset(here.AddHours(-host.Offset.TotalHours), TimeSpan.Zero).ToUnixTimeMilliseconds()
            : double.NaN;
    }
}
