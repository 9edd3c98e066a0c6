using Proposals.Web;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.ListenByDefaultOn("http://localhost:5080");
builder.Services.AddSingleton(TimeProvider.System);
builder.AddDatabase();
builder.Services.AddAccounts();
builder.Services.AddPermissions();
builder.Services.AddFace();

var app = builder.Build();
await app.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
app.MapFace();
await app.RunAsync();
