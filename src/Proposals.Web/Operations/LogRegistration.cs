using Microsoft.Extensions.Logging.Console;

namespace Proposals.Web.Operations;

public static class LogRegistration
{
    /// <summary>People read the console while developing; in Production a program does.</summary>
    public static void AddLogLines(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Environment.IsDevelopment())
            return;
        builder.Logging.AddConsole(console => console.FormatterName = LogLines.FormatterName).AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
    }
}
