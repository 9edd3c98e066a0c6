using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Clocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Term",
                table: "steps",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PausedOn",
                table: "deadlines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RulesRevision",
                table: "deadlines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasPauses",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsExtended",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PausedOn",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RulesVersion",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "clock_pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PausedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    LegalBasis = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    PaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    PausedById = table.Column<Guid>(type: "uuid", nullable: false),
                    ResumedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResumedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ResumeNote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_pauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_clock_pauses_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "extension_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionOpinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Granted = table.Column<bool>(type: "boolean", nullable: true),
                    GrantedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AnswerPaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    ExplainedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExplanationPaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    DroppedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_extension_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_extension_requests_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_clock_pauses_CaseId",
                table: "clock_pauses",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_extension_requests_CaseId",
                table: "extension_requests",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clock_pauses");

            migrationBuilder.DropTable(
                name: "extension_requests");

            migrationBuilder.DropColumn(
                name: "Term",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "PausedOn",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "RulesRevision",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "HasPauses",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "IsExtended",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "PausedOn",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "RulesVersion",
                table: "cases");
        }
    }
}
