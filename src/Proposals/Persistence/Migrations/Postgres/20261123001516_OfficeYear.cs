using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OfficeYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_file_contents_files_Id",
                table: "file_contents");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "replies",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "handler_tenures",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ContentId",
                table: "files",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VoidReason",
                table: "files",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "VoidedOn",
                table: "files",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ScanId",
                table: "feedback_forms",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "deadlines",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTakenOver",
                table: "consultations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "ClearedById",
                table: "commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportedOn",
                table: "commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "cases",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "cases",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeldBy",
                table: "cases",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeyLevel",
                table: "cases",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnStage",
                table: "cases",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TakenOverOn",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "add_unit_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitName = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Granted = table.Column<bool>(type: "boolean", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_add_unit_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_add_unit_requests_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "allocation_objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AllocationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RaisedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Upheld = table.Column<bool>(type: "boolean", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionOpinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation_objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_allocation_objections_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bureau",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ShortNames = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsSetUp = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bureau", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stance = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Opinion = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    PaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    Settlement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SettlementPaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledById = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemovedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_units_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "class_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    After = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondReplyId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_class_changes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_class_changes_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "co_departments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NamedById = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    Opinion = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_co_departments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_co_departments_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RowId = table.Column<Guid>(type: "uuid", nullable: true),
                    Before = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    After = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_corrections_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handling_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Goal = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionOpinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handling_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_handling_plans_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_mappings",
                columns: table => new
                {
                    Sender = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Columns = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_mappings", x => new { x.Sender, x.Purpose });
                });

            migrationBuilder.CreateTable(
                name: "reply_copies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Recipient = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Way = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_copies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reply_copies_replies_ReplyId",
                        column: x => x.ReplyId,
                        principalTable: "replies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SuggestedUnit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionOpinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Granted = table.Column<bool>(type: "boolean", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    WentTo = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AnswerPaperId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_return_requests_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "second_replies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Way = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_replies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_second_replies_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Remark = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_measures_handling_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "handling_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            WhatRunsHad.Carry(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_files_ContentId",
                table: "files",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_add_unit_requests_CaseId",
                table: "add_unit_requests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_allocation_objections_CaseId",
                table: "allocation_objections",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_units_CaseId",
                table: "case_units",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_class_changes_CaseId",
                table: "class_changes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_co_departments_CaseId",
                table: "co_departments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_co_departments_DepartmentId_CaseId",
                table: "co_departments",
                columns: new[] { "DepartmentId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_CaseId",
                table: "corrections",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_handling_plans_CaseId_Version",
                table: "handling_plans",
                columns: new[] { "CaseId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_measures_PlanId",
                table: "plan_measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_reply_copies_ReplyId_Recipient_Way",
                table: "reply_copies",
                columns: new[] { "ReplyId", "Recipient", "Way" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_return_requests_CaseId",
                table: "return_requests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_second_replies_CaseId",
                table: "second_replies",
                column: "CaseId");

            migrationBuilder.AddForeignKey(
                name: "FK_files_file_contents_ContentId",
                table: "files",
                column: "ContentId",
                principalTable: "file_contents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_files_file_contents_ContentId",
                table: "files");

            migrationBuilder.DropTable(
                name: "add_unit_requests");

            migrationBuilder.DropTable(
                name: "allocation_objections");

            migrationBuilder.DropTable(
                name: "bureau");

            migrationBuilder.DropTable(
                name: "case_units");

            migrationBuilder.DropTable(
                name: "class_changes");

            migrationBuilder.DropTable(
                name: "co_departments");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "import_mappings");

            migrationBuilder.DropTable(
                name: "plan_measures");

            migrationBuilder.DropTable(
                name: "reply_copies");

            migrationBuilder.DropTable(
                name: "return_requests");

            migrationBuilder.DropTable(
                name: "second_replies");

            migrationBuilder.DropTable(
                name: "handling_plans");

            migrationBuilder.DropIndex(
                name: "IX_files_ContentId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "replies");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "handler_tenures");

            migrationBuilder.DropColumn(
                name: "ContentId",
                table: "files");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "files");

            migrationBuilder.DropColumn(
                name: "VoidReason",
                table: "files");

            migrationBuilder.DropColumn(
                name: "VoidedOn",
                table: "files");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "IsTakenOver",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "ClearedById",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "ReportedOn",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "HeldBy",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "KeyLevel",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "ReturnStage",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "TakenOverOn",
                table: "cases");

            migrationBuilder.AlterColumn<Guid>(
                name: "ScanId",
                table: "feedback_forms",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_file_contents_files_Id",
                table: "file_contents",
                column: "Id",
                principalTable: "files",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
