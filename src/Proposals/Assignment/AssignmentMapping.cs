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
        builder.Property(tenure => tenure.Reason).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(tenure => tenure.CaseId);
    }
}

internal sealed class CaseUnitMapping : IEntityTypeConfiguration<CaseUnit>
{
    public void Configure(EntityTypeBuilder<CaseUnit> builder)
    {
        builder.ToTable("case_units");
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Property(unit => unit.Name).HasMaxLength(Lengths.Name);
        builder.Property(unit => unit.Opinion).HasMaxLength(Lengths.LongText);
        builder.Property(unit => unit.Settlement).HasMaxLength(Lengths.Remark);
    }
}

internal sealed class CoDepartmentMapping : IEntityTypeConfiguration<CoDepartment>
{
    public void Configure(EntityTypeBuilder<CoDepartment> builder)
    {
        builder.ToTable("co_departments");
        builder.Property(named => named.Id).ValueGeneratedNever();
        builder.Property(named => named.Question).HasMaxLength(Lengths.Remark);
        builder.Property(named => named.Opinion).HasMaxLength(Lengths.LongText);
        builder.HasIndex(named => new { named.DepartmentId, named.CaseId });
    }
}

internal sealed class ReturnRequestMapping : IEntityTypeConfiguration<ReturnRequest>
{
    public void Configure(EntityTypeBuilder<ReturnRequest> builder)
    {
        builder.ToTable("return_requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.SuggestedUnit).HasMaxLength(Lengths.Name);
        builder.Property(request => request.DecisionOpinion).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.Answer).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.WentTo).HasMaxLength(Lengths.Name);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(request => request.CaseId);
    }
}

internal sealed class AddUnitRequestMapping : IEntityTypeConfiguration<AddUnitRequest>
{
    public void Configure(EntityTypeBuilder<AddUnitRequest> builder)
    {
        builder.ToTable("add_unit_requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.UnitName).HasMaxLength(Lengths.Name);
        builder.Property(request => request.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(request => request.Answer).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(request => request.CaseId);
    }
}

internal sealed class AllocationObjectionMapping : IEntityTypeConfiguration<AllocationObjection>
{
    public void Configure(EntityTypeBuilder<AllocationObjection> builder)
    {
        builder.ToTable("allocation_objections");
        builder.Property(objection => objection.Id).ValueGeneratedNever();
        builder.Property(objection => objection.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(objection => objection.DecisionOpinion).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(objection => objection.CaseId);
    }
}
