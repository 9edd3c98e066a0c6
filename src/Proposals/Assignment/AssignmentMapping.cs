using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Assignment;

internal sealed class InternalAllocationMapping : IEntityTypeConfiguration<InternalAllocation>
{
    public void Configure(EntityTypeBuilder<InternalAllocation> builder)
    {
        builder.ToTable("allocations");
        builder.Property(allocation => allocation.Id).ValueGeneratedNever();
        builder.Property(allocation => allocation.Opinion).HasMaxLength(Lengths.Remark);
        builder.Property(allocation => allocation.DecisionOpinion).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(allocation => allocation.CaseId);
    }
}

internal sealed class HandlerTenureMapping : IEntityTypeConfiguration<HandlerTenure>
{
    public void Configure(EntityTypeBuilder<HandlerTenure> builder)
    {
        builder.ToTable("handler_tenures");
        builder.Property(tenure => tenure.Id).ValueGeneratedNever();
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(tenure => tenure.CaseId);
    }
}
