using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DefinitionShelf : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "DefinitionId",
                table: "workflow_definitions",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(80)",
                oldMaxLength: 80);

            migrationBuilder.AddColumn<int>(
                name: "CopiedFrom",
                table: "workflow_definitions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "workflow_definitions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "workflow_definitions",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsLatest",
                table: "workflow_definitions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "workflow_definitions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "workflow_definitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PublishedById",
                table: "workflow_definitions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetractedAt",
                table: "workflow_definitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RetractedById",
                table: "workflow_definitions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "workflow_definitions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SavedAt",
                table: "workflow_definitions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "SavedById",
                table: "workflow_definitions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "shipped_definitions",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DefinitionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shipped_definitions", x => x.Sha256);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_instances_DefinitionVersionId_FinishedAt",
                table: "workflow_instances",
                columns: new[] { "DefinitionVersionId", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "ix_one_latest",
                table: "workflow_definitions",
                column: "DefinitionId",
                unique: true,
                filter: "\"IsLatest\"");

            migrationBuilder.AddForeignKey(
                name: "FK_workflow_instances_workflow_definitions_DefinitionVersionId",
                table: "workflow_instances",
                column: "DefinitionVersionId",
                principalTable: "workflow_definitions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_workflow_instances_workflow_definitions_DefinitionVersionId",
                table: "workflow_instances");

            migrationBuilder.DropTable(
                name: "shipped_definitions");

            migrationBuilder.DropIndex(
                name: "IX_workflow_instances_DefinitionVersionId_FinishedAt",
                table: "workflow_instances");

            migrationBuilder.DropIndex(
                name: "ix_one_latest",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "CopiedFrom",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "IsLatest",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "PublishedById",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "RetractedAt",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "RetractedById",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "SavedById",
                table: "workflow_definitions");

            migrationBuilder.AlterColumn<string>(
                name: "DefinitionId",
                table: "workflow_definitions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64);
        }
    }
}
