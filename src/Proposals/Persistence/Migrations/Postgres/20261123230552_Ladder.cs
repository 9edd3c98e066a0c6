using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Ladder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "StepId",
                table: "urgings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Arming",
                table: "deadlines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextRungAt",
                table: "deadlines",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Raised",
                table: "deadlines",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RaisedOn",
                table: "deadlines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OnBoardSince",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsUrgent = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notice_messages_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RungId = table.Column<Guid>(type: "uuid", nullable: true),
                    UrgingId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notices_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_notices_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "received_messages",
                columns: table => new
                {
                    Signature = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_messages", x => x.Signature);
                });

            migrationBuilder.CreateTable(
                name: "rungs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Arming = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rungs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rungs_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_rungs_deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "deadlines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supervision_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DirectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DirectedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Direction = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_supervision_orders_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_supervision_orders_deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "deadlines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_supervision_orders_people_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_posts",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_posts", x => new { x.MessageId, x.Channel });
                    table.ForeignKey(
                        name: "FK_notice_posts_notice_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "notice_messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_urgings_StepId_On",
                table: "urgings",
                columns: new[] { "StepId", "On" },
                unique: true,
                filter: "\"StepId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_NextRungAt_Id",
                table: "deadlines",
                columns: new[] { "NextRungAt", "Id" },
                filter: "\"NextRungAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notice_messages_PersonId_Day",
                table: "notice_messages",
                columns: new[] { "PersonId", "Day" },
                unique: true,
                filter: "NOT \"IsUrgent\"");

            migrationBuilder.CreateIndex(
                name: "IX_notice_posts_NextTryAt",
                table: "notice_posts",
                column: "NextTryAt",
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_notices_CaseId",
                table: "notices",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_notices_PersonId_Id",
                table: "notices",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_unread",
                table: "notices",
                column: "PersonId",
                filter: "\"ReadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notices_unsent",
                table: "notices",
                column: "Id",
                filter: "\"MessageId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_received_messages_ReceivedAt",
                table: "received_messages",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_rungs_CaseId",
                table: "rungs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_rungs_ClaimedAt",
                table: "rungs",
                column: "ClaimedAt",
                filter: "\"State\" = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "IX_rungs_DeadlineId_Arming_Level",
                table: "rungs",
                columns: new[] { "DeadlineId", "Arming", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_orders_CaseId",
                table: "supervision_orders",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_orders_DeadlineId",
                table: "supervision_orders",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_orders_LeaderId",
                table: "supervision_orders",
                column: "LeaderId",
                filter: "\"DirectedOn\" IS NULL");

            // Lines that were dated before they had rungs are looked at again at the next start.
            migrationBuilder.Sql("UPDATE \"deadlines\" SET \"RulesRevision\" = -1 WHERE \"MetOn\" IS NULL AND \"DroppedOn\" IS NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_posts");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "received_messages");

            migrationBuilder.DropTable(
                name: "rungs");

            migrationBuilder.DropTable(
                name: "supervision_orders");

            migrationBuilder.DropTable(
                name: "notice_messages");

            migrationBuilder.DropIndex(
                name: "IX_urgings_StepId_On",
                table: "urgings");

            migrationBuilder.DropIndex(
                name: "IX_deadlines_NextRungAt_Id",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "StepId",
                table: "urgings");

            migrationBuilder.DropColumn(
                name: "Arming",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "NextRungAt",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "Raised",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "RaisedOn",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "OnBoardSince",
                table: "cases");
        }
    }
}
