using Microsoft.EntityFrameworkCore.Migrations;

namespace Proposals.Persistence.Migrations;

/// <summary>Rows that lay in a database before papers were shared between cases and cases had other units: what the new columns say of them.</summary>
internal static class WhatRunsHad
{
    public static void Carry(MigrationBuilder migration)
    {
        migration.Sql("UPDATE files SET \"ContentId\" = \"Id\"");
        migration.Sql("UPDATE replies SET \"Kind\" = 'ReplyLetter'");
        migration.Sql("UPDATE cases SET \"KeyLevel\" = 'District' WHERE \"IsKey\"");
    }
}
