using Microsoft.EntityFrameworkCore.Migrations;

namespace Proposals.Persistence.Migrations;

/// <summary>Rows that lay in a database before definitions had drafts and cases had more than one instance: what the new columns say of them.</summary>
internal static class WhatGroundHad
{
    /// <param name="caseIdAsText">How this database writes a case's id in small letters: the id of its main instance.</param>
    public static void Carry(MigrationBuilder migration, string caseIdAsText)
    {
        migration.Sql($"UPDATE workflow_instances SET \"Id\" = {caseIdAsText}");
        // The hash was one over the shipped file then, and every version came from such a file.
        migration.Sql("""
            INSERT INTO shipped_definitions ("Sha256", "DefinitionId", "SeenAt")
            SELECT "Sha256", "DefinitionId", min("CreatedAt") FROM workflow_definitions GROUP BY "Sha256", "DefinitionId"
            """);
        migration.Sql("""
            UPDATE workflow_definitions SET "SavedAt" = "CreatedAt", "Revision" = "Version",
                "IsLatest" = "Version" = (SELECT max(other."Version") FROM workflow_definitions other WHERE other."DefinitionId" = workflow_definitions."DefinitionId")
            """);
        // Only the newest could be a draft: a version below the published one was published before it.
        migration.Sql("""
            UPDATE workflow_definitions SET "PublishedAt" = "CreatedAt"
            WHERE "Version" <= (SELECT max(other."Version") FROM workflow_definitions other WHERE other."DefinitionId" = workflow_definitions."DefinitionId" AND other."IsPublished")
            """);
    }
}
