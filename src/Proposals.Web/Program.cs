using Proposals.Web;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.CommandLine;
using Proposals.Web.Demo;
using Proposals.Web.Edition;
using Proposals.Web.ElsaApi;
using Proposals.Web.Face;
using Proposals.Web.Hosting;
using Proposals.Web.Live;
using Proposals.Web.Notices;
using Proposals.Web.Operations;
using Proposals.Web.Pages;
using Proposals.Web.Pages.Deadlines;
using Proposals.Web.Pages.Designer;
using Proposals.Web.Pages.People;
using Proposals.Web.Security;
using Proposals.Web.Timers;

if (CheckCommand.Asked(args))
    return await CheckCommand.RunAsync(args);
if (RunCommand.Asked(args))
    return await RunCommand.RunAsync(args);
if (DueCommand.Asked(args))
    return await DueCommand.RunAsync(args);

StartFailure.IsToldInOneSentence();
var builder = WebApplication.CreateBuilder(args);
builder.ListenByDefaultOn("http://localhost:5080");
builder.AddLogLines();
builder.AddTelemetry();
// Built and not published, styles and scripts lie in the source folders, whatever the environment is called.
builder.WebHost.UseStaticWebAssets();
if (builder.Environment.IsDevelopment())
    builder.Services.AddDemo();
else
    builder.Services.AddSingleton(TimeProvider.System);
builder.AddDatabase();
builder.Services.AddAccounts();
builder.Services.AddPermissions();
builder.Services.AddSecurity();
builder.Services.AddFace();
builder.Services.AddActPages();
builder.Services.AddLive();
builder.AddTimers();
builder.AddNotices();
builder.Services.AddEdition();
builder.Services.AddOperations();
builder.Services.AddReadPages();
builder.Services.AddPeoplePages();
builder.Services.AddElsaApi();
builder.Services.AddDesignerPages();

var app = builder.Build();
if (MigrateCommand.Asked(args))
    return await MigrateCommand.RunAsync(app);
if (BackupCommand.Asked(args))
    return await BackupCommand.RunAsync(app.Services, args, Console.Out, Console.Error);
if (RestoreCommand.Asked(args))
    return await RestoreCommand.RunAsync(app.Services, args, Console.Out, Console.Error);
if (VerifyCommand.Asked(args))
    return await VerifyCommand.RunAsync(app.Services, Console.Out, Console.Error);
if (RebuildCommand.Asked(args))
    return await RebuildCommand.RunAsync(app.Services, args, Console.Out, Console.Error);
if (SweepCommand.Asked(args))
    return await SweepCommand.RunAsync(app.Services, args, app.Environment.IsDevelopment(), Console.Out, Console.Error);
if (ImportCommand.Asked(args))
    return await ImportCommand.RunAsync(app.Services, args, Console.Out, Console.Error);

await app.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
app.MapFace();
app.MapLive();
app.MapFeed();
app.MapElsaApi();
app.MapEdition();
await app.RunAsync();
return 0;
