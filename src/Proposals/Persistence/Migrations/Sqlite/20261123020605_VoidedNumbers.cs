using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class VoidedNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_Kind_Level_TermNumber_SessionNumber_IsInterSession_CaseNumber",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Kind_Level_TermNumber_SessionNumber_IsInterSession_CaseNumber",
                table: "cases",
                columns: new[] { "Kind", "Level", "TermNumber", "SessionNumber", "IsInterSession", "CaseNumber" },
                unique: true,
                filter: "\"Ending\" IS NULL OR \"Ending\" <> 'Voided'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_Kind_Level_TermNumber_SessionNumber_IsInterSession_CaseNumber",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_cases_Kind_Level_TermNumber_SessionNumber_IsInterSession_CaseNumber",
                table: "cases",
                columns: new[] { "Kind", "Level", "TermNumber", "SessionNumber", "IsInterSession", "CaseNumber" },
                unique: true);
        }
    }
}
