using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Id",
                table: "workflow_instances",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "workflow_instances",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ParentInstanceId",
                table: "workflow_instances",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentWaitId",
                table: "workflow_instances",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CopiedFrom",
                table: "workflow_definitions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "workflow_definitions",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsLatest",
                table: "workflow_definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "workflow_definitions",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "Shipped");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PublishedById",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetractedAt",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RetractedById",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "workflow_definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SavedAt",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "SavedById",
                table: "workflow_definitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ActivityType = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ActivityName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    StopsInstance = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ports = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Pending = table.Column<string>(type: "TEXT", nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClearedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClearedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Port = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incidents_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "missed_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityTypes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Port = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_missed_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_missed_answers_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outside_tasks",
                columns: table => new
                {
                    WaitId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ActivityName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TaskName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    WantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_tasks", x => x.WaitId);
                    table.ForeignKey(
                        name: "FK_outside_tasks_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shipped_definitions",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DefinitionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shipped_definitions", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "timers",
                columns: table => new
                {
                    WaitId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    WantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timers", x => x.WaitId);
                    table.ForeignKey(
                        name: "FK_timers_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            WhatGroundHad.Carry(migrationBuilder, "lower(\"CaseId\")", "coalesce(json_extract(\"State\", '$.counter'), 0)", "json_extract(\"State\", '$.queue[0]')");

            migrationBuilder.DropPrimaryKey(
                name: "PK_workflow_instances",
                table: "workflow_instances");

            migrationBuilder.DropColumn(
                name: "FaultCode",
                table: "workflow_instances");

            migrationBuilder.DropColumn(
                name: "FaultDetail",
                table: "workflow_instances");

            migrationBuilder.AddPrimaryKey(
                name: "PK_workflow_instances",
                table: "workflow_instances",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_instances_CaseId_FinishedAt",
                table: "workflow_instances",
                columns: new[] { "CaseId", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_instances_DefinitionVersionId_FinishedAt",
                table: "workflow_instances",
                columns: new[] { "DefinitionVersionId", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "ix_one_main_instance",
                table: "workflow_instances",
                column: "CaseId",
                unique: true,
                filter: "\"ParentInstanceId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_one_latest",
                table: "workflow_definitions",
                column: "DefinitionId",
                unique: true,
                filter: "\"IsLatest\"");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_CaseId",
                table: "incidents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_IsOpen_RaisedAt_Id",
                table: "incidents",
                columns: new[] { "IsOpen", "RaisedAt", "Id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_missed_answers_CaseId",
                table: "missed_answers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_outside_tasks_CaseId",
                table: "outside_tasks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_outside_tasks_State_WantedAt_WaitId",
                table: "outside_tasks",
                columns: new[] { "State", "WantedAt", "WaitId" });

            migrationBuilder.CreateIndex(
                name: "IX_timers_CaseId",
                table: "timers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_timers_State_DueAt_WaitId",
                table: "timers",
                columns: new[] { "State", "DueAt", "WaitId" });

            migrationBuilder.AddForeignKey(
                name: "FK_workflow_instances_cases_CaseId",
                table: "workflow_instances",
                column: "CaseId",
                principalTable: "cases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

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
                name: "FK_workflow_instances_cases_CaseId",
                table: "workflow_instances");

            migrationBuilder.DropForeignKey(
                name: "FK_workflow_instances_workflow_definitions_DefinitionVersionId",
                table: "workflow_instances");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "missed_answers");

            migrationBuilder.DropTable(
                name: "outside_tasks");

            migrationBuilder.DropTable(
                name: "shipped_definitions");

            migrationBuilder.DropTable(
                name: "timers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_workflow_instances",
                table: "workflow_instances");

            migrationBuilder.DropIndex(
                name: "IX_workflow_instances_CaseId_FinishedAt",
                table: "workflow_instances");

            migrationBuilder.DropIndex(
                name: "IX_workflow_instances_DefinitionVersionId_FinishedAt",
                table: "workflow_instances");

            migrationBuilder.DropIndex(
                name: "ix_one_main_instance",
                table: "workflow_instances");

            migrationBuilder.DropIndex(
                name: "ix_one_latest",
                table: "workflow_definitions");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "workflow_instances");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "workflow_instances");

            migrationBuilder.DropColumn(
                name: "ParentInstanceId",
                table: "workflow_instances");

            migrationBuilder.DropColumn(
                name: "ParentWaitId",
                table: "workflow_instances");

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

            migrationBuilder.AddColumn<string>(
                name: "FaultCode",
                table: "workflow_instances",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FaultDetail",
                table: "workflow_instances",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_workflow_instances",
                table: "workflow_instances",
                column: "CaseId");
        }
    }
}
