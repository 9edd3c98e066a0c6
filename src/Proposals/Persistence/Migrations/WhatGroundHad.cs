using Microsoft.EntityFrameworkCore.Migrations;

namespace Proposals.Persistence.Migrations;

/// <summary>Rows that lay in a database before definitions had drafts and cases had more than one instance: what the new columns say of them.</summary>
internal static class WhatGroundHad
{
    /// <param name="caseIdAsText">How this database writes a case's id in small letters: the id of its main instance.</param>
    /// <param name="counter">How it finds the last number that an instance gave.</param>
    /// <param name="failed">How it finds the activity that an instance stopped at.</param>
    public static void Carry(MigrationBuilder migration, string caseIdAsText, string counter, string failed)
    {
        migration.Sql($"UPDATE workflow_instances SET \"Id\" = {caseIdAsText}");
        // The reader of such a state gives the incident the same number.
        migration.Sql($"""
            INSERT INTO incidents ("Id", "CaseId", "InstanceId", "ActivityId", "ActivityType", "ActivityName", "Code", "Detail", "StopsInstance", "Ports", "RaisedAt", "IsOpen")
            SELECT "Id" || '.' || ({counter} + 1), "CaseId", "Id", {failed}, '', {failed}, "FaultCode", coalesce("FaultDetail", ''), TRUE, '', CURRENT_TIMESTAMP, TRUE
            FROM workflow_instances WHERE "FaultCode" IS NOT NULL AND "FinishedAt" IS NULL AND {failed} IS NOT NULL
            """);
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
