using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>Whoever reads the log learns what the product did, and nothing about people.</summary>
public sealed class LogTests
{
    private const string UserName = "zhaodalin";
    private const string Subject = "关于改善滨河路夜间照明的建议";
    private const string Proposer = "欧阳明远";
    private const string Phone = "13857176655";
    private const string WrongPassword = "Wrong-secret-1";
    private const string OwnPassword = "my-own-2027";

    /// <summary>The framework's line about every request has the address that was asked for, with what was searched. It is off as shipped.</summary>
    private const string Addresses = "Microsoft.AspNetCore.Hosting.Diagnostics";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_name_number_password_or_title_stands_in_it(bool everythingIsLogged)
    {
        var lines = new Lines();
        await using var office = await Office.OpenAsync(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(lines);
            if (everythingIsLogged)
                services.PostConfigure<LoggerFilterOptions>(options =>
                {
                    options.Rules.Clear();
                    options.MinLevel = LogLevel.Information;
                    options.Rules.Add(new LoggerFilterRule(null, Addresses, LogLevel.Warning, null));
                });
        }));
        await LiveAsync(office);

        var names = await office.ReadAsync(db => db.Users.Select(person => person.DisplayName).ToListAsync(TestContext.Current.CancellationToken));
        var userNames = await office.ReadAsync(db => db.Users.Select(person => person.UserName ?? "").ToListAsync(TestContext.Current.CancellationToken));
        var hashes = await office.ReadAsync(db => db.Users.Select(person => person.PasswordHash ?? "").ToListAsync(TestContext.Current.CancellationToken));
        var titles = await office.ReadAsync(db => db.Cases.Select(known => known.Subject).ToListAsync(TestContext.Current.CancellationToken));
        var keys = await office.ReadAsync(db => db.DataProtectionKeys.Select(key => key.Xml ?? "").ToListAsync(TestContext.Current.CancellationToken));
        string[] told = [Subject, Proposer, Phone, WrongPassword, OwnPassword, UserName, DemoBureau.Password, .. names, .. userNames.Where(name => name.Length > 5), .. hashes, .. titles, .. keys];
        var all = lines.All();
        Conventions.Complaints.None(all.Where(line => told.Any(word => word.Length > 0 && line.Contains(word, StringComparison.OrdinalIgnoreCase))));
        Assert.Contains(all, line => line.Contains("An error page was shown", StringComparison.Ordinal));
    }

    /// <summary>Signs in rightly and wrongly, makes an account, registers, is refused, uploads, searches, and meets a failure.</summary>
    private static async Task LiveAsync(Office office)
    {
        using var stranger = office.Stranger();
        for (var attempt = 0; attempt < 6; attempt++)
            await Office.PostAsync(stranger, "/sign-in", new() { ["Input.UserName"] = "heyue", ["Input.Password"] = WrongPassword });
        await Office.PostAsync(stranger, "/sign-in", new() { ["Input.UserName"] = "xujing", ["Input.Password"] = DemoBureau.Password });
        await Office.PostAsync(stranger, "/password", new() { ["Input.Current"] = DemoBureau.Password, ["Input.New"] = OwnPassword, ["Input.Repeat"] = OwnPassword });

        using var admin = await office.AsAsync("zhouyiming");
        foreach (var _ in new[] { 1, 2 })
            await Office.PostAsync(admin, "/admin/people/new", new() { ["Input.UserName"] = UserName, ["Input.DisplayName"] = "赵大林", ["Input.Title"] = "科员", ["UserName"] = UserName });
        using var clerk = await office.AsAsync("xujing");
        foreach (var _ in new[] { 1, 2 })
            await Office.PostAsync(clerk, "/cases/register", Registration());
        await clerk.GetAsync($"/cases?text={Uri.EscapeDataString(Proposer)}", TestContext.Current.CancellationToken);
        await clerk.GetAsync($"/cases/{Uri.EscapeDataString(Subject)}", TestContext.Current.CancellationToken);

        // A failure in the middle of an act, with all its values at hand.
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_heads RENAME TO gone", TestContext.Current.CancellationToken));
        var fields = Registration();
        fields["Input.CaseNumber"] = "9902";
        var failed = await Office.PostAsync(clerk, "/cases/register", fields);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, failed.StatusCode);
    }

    private static Dictionary<string, string> Registration() => new()
    {
        ["Seal.Key"] = Guid.NewGuid().ToString(),
        ["Input.Kind"] = "CppccProposal",
        ["Input.CaseNumber"] = "9901",
        ["Input.Subject"] = Subject,
        ["Input.LeadName"] = Proposer,
        ["Input.Phone"] = Phone,
        ["Input.AssigningBody"] = "区政协提案委",
        ["Input.AssignedOn"] = Proposals.Deadlines.OfficeClock.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd"),
        ["Input.IsNotClassified"] = "true",
        ["Input.TermNumber"] = "15",
        ["Input.SessionNumber"] = "5",
    };

    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> All() => [.. lines];

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                if (state.ToString() is { } scope && category != Addresses)
                    lines.Enqueue($"{category} within {scope}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
