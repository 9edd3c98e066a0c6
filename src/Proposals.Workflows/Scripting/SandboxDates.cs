using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;
using Jint.Runtime;

namespace Proposals.Workflows.Scripting;

/// <summary>
/// Dates that never look at the clock, and whose arithmetic does not count years one by one: Jint's own does, and a year of 1e10 keeps it
/// busy for ever.
/// </summary>
internal sealed class SandboxDates(Engine engine, ScriptHost host)
{
    private const double Day = 86_400_000;
    private const double MaxTime = 100_000_000 * Day;

    private static readonly string[] iso =
        ["yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static readonly string[] local = ["yyyy/M/d", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy年M月d日"];

    /// <summary>The parts of a date in their order, and how many of them the setter of each takes.</summary>
    private static readonly (string Name, int Takes)[] parts =
        [("FullYear", 3), ("Month", 2), ("Date", 1), ("Hours", 4), ("Minutes", 3), ("Seconds", 2), ("Milliseconds", 1)];

    public void Register(ObjectInstance methods)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var (part, (name, takes)) = (i, parts[i]);
            Add(methods, "get" + name, (self, _) => Parts(Here(self))[part]);
            Add(methods, "getUTC" + name, (self, _) => Parts(Time(self))[part]);
            Add(methods, "set" + name, (self, arguments) => Set(self, There(Changed(Here(self), part, takes, arguments))));
            Add(methods, "setUTC" + name, (self, arguments) => Set(self, Changed(Time(self), part, takes, arguments)));
        }

        Add(methods, "getDay", (self, _) => WeekDay(Here(self)));
        Add(methods, "getUTCDay", (self, _) => WeekDay(Time(self)));
        Add(methods, "getYear", (self, _) => Parts(Here(self))[0] - 1900);
        Add(methods, "setYear", (self, arguments) => Set(self, There(Changed(Here(self), 0, 1, [new JsValue(FullYear(TypeConverter.ToNumber(arguments.At(0))))]))));
        Add(methods, "getTimezoneOffset", (self, _) => (Time(self) - Here(self)) / 60_000);
        Add(methods, "setTime", (self, arguments) => Set(self, TypeConverter.ToNumber(arguments.At(0))));
        methods.FastAddProperty("toISOString", SandboxNatives.Function(engine, (self, _) => new JsValue(Iso(Time(self)))), true, false, true);
    }

    public ObjectInstance New(JsValue[] arguments)
    {
        if (arguments.Length == 0)
            return engine.Date.Construct(host.NowInMilliseconds);
        if (arguments.Length > 1)
            return engine.Date.Construct(There(Given(arguments)));
        if (arguments[0].IsObject() && arguments[0].AsObject() is DateInstance date)
            return engine.Date.Construct(date.PrimitiveValue);
        var value = TypeConverter.ToPrimitive(arguments[0]);
        return engine.Date.Construct(value.IsString() ? Parse(value.AsString()) : TypeConverter.ToNumber(value));
    }

    public static double Utc(JsValue[] arguments) => Clip(Given(arguments));

    public double Parse(string text)
    {
        if (DateTimeOffset.TryParseExact(text, iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return exact.ToUnixTimeMilliseconds();
        return DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var here)
            ? There((here - DateTime.UnixEpoch).TotalMilliseconds)
            : double.NaN;
    }

    private static double Given(JsValue[] arguments)
    {
        double[] given = [double.NaN, 0, 1, 0, 0, 0, 0];
        for (var i = 0; i < Math.Min(arguments.Length, given.Length); i++)
            given[i] = TypeConverter.ToNumber(arguments[i]);
        given[0] = FullYear(given[0]);
        return Make(given);
    }

    private static double FullYear(double year) => Math.Truncate(year) is >= 0 and <= 99 and var century ? 1900 + century : year;

    private static double Changed(double time, int part, int takes, JsValue[] arguments)
    {
        // ES5 lets only a year bring an invalid date back to life.
        var changed = Parts(part == 0 && double.IsNaN(time) ? 0 : time);
        changed[part] = TypeConverter.ToNumber(arguments.At(0));
        for (var i = 1; i < Math.Min(takes, arguments.Length); i++)
            changed[part + i] = TypeConverter.ToNumber(arguments[i]);
        return Make(changed);
    }

    private static double[] Parts(double time)
    {
        if (double.IsNaN(time))
            return [.. Enumerable.Repeat(double.NaN, parts.Length)];
        // Years begin in March here and eras last 400 years, so that the leap day is the last of each.
        var days = (long)Math.Floor(time / Day) + 719_468;
        var era = (long)Math.Floor(days / 146_097d);
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var march = ((5 * dayOfYear) + 2) / 153;
        var month = march < 10 ? march + 2 : march - 10;
        var inDay = (long)(time - (Math.Floor(time / Day) * Day));
        return
        [
            yearOfEra + (era * 400) + (month < 2 ? 1 : 0), month, dayOfYear - (((153 * march) + 2) / 5) + 1,
            inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60, inDay % 1000,
        ];
    }

    private static double Make(double[] given)
    {
        for (var i = 0; i < given.Length; i++)
            given[i] = Math.Truncate(given[i]);
        var months = (given[0] * 12) + given[1];
        // Beyond this no date is valid, however many days are taken off again; NaN fails every comparison.
        if (!(Math.Abs(months) < 12 * 400_000))
            return double.NaN;
        var year = Math.Floor(months / 12);
        var month = months - (year * 12);
        var from = month < 2 ? year - 1 : year;
        var march = month < 2 ? month + 10 : month - 2;
        var era = Math.Floor(from / 400);
        var yearOfEra = from - (era * 400);
        var days = (era * 146_097) + (yearOfEra * 365) + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + Math.Floor(((153 * march) + 2) / 5) - 719_468;
        return ((days + given[2] - 1) * Day) + (given[3] * 3_600_000) + (given[4] * 60_000) + (given[5] * 1000) + given[6];
    }

    private static double WeekDay(double time) => (((Math.Floor(time / Day) + 4) % 7) + 7) % 7;

    private static double Clip(double time) => Math.Abs(time) <= MaxTime ? Math.Truncate(time) + 0 : double.NaN;

    private string Iso(double time)
    {
        if (double.IsNaN(time))
            throw new JavaScriptException(engine.RangeError, "Invalid Date");
        var at = Parts(time);
        return string.Create(CultureInfo.InvariantCulture, $"{at[0]:0000}-{at[1] + 1:00}-{at[2]:00}T{at[3]:00}:{at[4]:00}:{at[5]:00}.{at[6]:000}Z");
    }

    private double Here(JsValue self) => Time(self) + host.Offset.TotalMilliseconds;

    private double There(double time) => time - host.Offset.TotalMilliseconds;

    private double Time(JsValue self) => Date(self).PrimitiveValue;

    private JsValue Set(JsValue self, double time)
    {
        var date = Date(self);
        // It is frozen like all that scripts share, but this does not stand in its properties.
        if (date == engine.Date.PrototypeObject)
            throw new JavaScriptException(engine.TypeError, "Date.prototype cannot be changed");
        date.PrimitiveValue = Clip(time);
        return new JsValue(date.PrimitiveValue);
    }

    private DateInstance Date(JsValue self) => self.IsObject() && self.AsObject() is DateInstance date ? date : throw new JavaScriptException(engine.TypeError, "Not a date");

    private void Add(ObjectInstance methods, string name, Func<JsValue, JsValue[], JsValue> body) => methods.FastAddProperty(name, SandboxNatives.Function(engine, body), true, false, true);

    private void Add(ObjectInstance methods, string name, Func<JsValue, JsValue[], double> body) => Add(methods, name, (self, arguments) => new JsValue(body(self, arguments)));
}
