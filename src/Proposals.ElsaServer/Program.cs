using Elsa.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Proposals.ElsaServer;
using Proposals.ElsaServer.Catalogue;
using Proposals.ElsaServer.Jobs;
using Proposals.ElsaServer.Signing;
using Proposals.ElsaServer.Steps;

var builder = WebApplication.CreateBuilder(args);
var storage = ElsaStorage.From(builder.Configuration);
var settings = builder.Configuration.GetSection(ElsaServerOptions.Section);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IValidateOptions<ElsaServerOptions>, ElsaServerOptionsValidator>();
builder.Services.AddOptions<ElsaServerOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<MessageSignature>();
builder.Services.AddHttpClient<WebLink>((services, http) => http.BaseAddress = services.GetRequiredService<IOptions<ElsaServerOptions>>().Value.Web);
builder.Services.AddElsaHost(storage, settings[nameof(ElsaServerOptions.ApiKey)] ?? "");
builder.Services.AddSingleton<KnownActivities>().AddSingleton<ActivityDescription>().AddActivityProvider<CatalogueActivityProvider>();
builder.Services.AddScoped<RememberedAnswers>().AddScoped<AnswerStep>().AddNotificationHandler<TellWebOfSteps>();
builder.Services.AddJobs(storage);
builder.Services.AddHealthChecks().AddElsaReadinessChecks(includeDistributedLocks: true);

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseJsonSerializationErrorHandler();
app.MapWorkflowsApi();
app.MapStepAnswers();
app.MapJobsDashboard();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable } });
app.Services.ScheduleJobs();
await app.RunAsync();
return 0;
