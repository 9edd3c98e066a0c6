using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Consultation;

internal sealed class HeldConsultationMapping : IEntityTypeConfiguration<HeldConsultation>
{
    public void Configure(EntityTypeBuilder<HeldConsultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(held => held.Id).ValueGeneratedNever();
        builder.Property(held => held.Place).HasMaxLength(Lengths.Subject);
        builder.Property(held => held.ProposersPoints).HasMaxLength(Lengths.Remark);
        builder.Property(held => held.OurIdeas).HasMaxLength(Lengths.Remark);
        builder.Property(held => held.Agreed).HasMaxLength(Lengths.Remark);
        builder.Property(held => held.StillOpen).HasMaxLength(Lengths.Remark);
        builder.Property(held => held.VoidReason).HasMaxLength(Lengths.Remark);
        builder.Property(held => held.HighestRank).HasConversion<int>();
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(held => held.CaseId);
        builder.HasIndex(held => new { held.CaseId, held.Number }).IsUnique();
        builder.HasMany(held => held.Proofs).WithOne().HasForeignKey(proof => proof.ConsultationId);
        builder.HasMany(held => held.ProposersPresent).WithOne().HasForeignKey(presence => presence.ConsultationId);
        builder.HasMany(held => held.StaffPresent).WithOne().HasForeignKey(presence => presence.ConsultationId);
    }
}

internal sealed class ConsultationProofMapping : IEntityTypeConfiguration<ConsultationProof>
{
    public void Configure(EntityTypeBuilder<ConsultationProof> builder)
    {
        builder.ToTable("consultation_proofs");
        builder.HasKey(proof => new { proof.ConsultationId, proof.FileId });
        builder.Property(proof => proof.Sha256).HasMaxLength(Lengths.Hash);
    }
}

internal sealed class ProposerPresenceMapping : IEntityTypeConfiguration<ProposerPresence>
{
    public void Configure(EntityTypeBuilder<ProposerPresence> builder)
    {
        builder.ToTable("consultation_proposers");
        builder.HasKey(presence => new { presence.ConsultationId, presence.ProposerId });
    }
}

internal sealed class StaffPresenceMapping : IEntityTypeConfiguration<StaffPresence>
{
    public void Configure(EntityTypeBuilder<StaffPresence> builder)
    {
        builder.ToTable("consultation_staff");
        builder.HasKey(presence => new { presence.ConsultationId, presence.PersonId });
    }
}

internal sealed class GateOverrideMapping : IEntityTypeConfiguration<GateOverride>
{
    public void Configure(EntityTypeBuilder<GateOverride> builder)
    {
        builder.ToTable("gate_overrides");
        builder.Property(granted => granted.Id).ValueGeneratedNever();
        builder.Property(granted => granted.Reason).HasMaxLength(Lengths.Remark);
        builder.HasOne<ProposalCase>().WithMany().HasForeignKey(granted => granted.CaseId);
    }
}
