using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Proposals.Persistence;

/// <summary>A query that is asked so often that building and recognising it anew each time costs more than its answer. EF compiles for one model only, and each provider has its own.</summary>
/// <param name="compile">One of <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class ReadyQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery For(ProposalsDbContext db) => compiled.GetValue(db.Model, _ => compile());
}
