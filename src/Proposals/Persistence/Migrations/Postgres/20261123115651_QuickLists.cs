using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuickLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_work_items_RecordedById_AnsweredAt",
                table: "work_items",
                columns: new[] { "RecordedById", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_measures_DepartmentId",
                table: "plan_measures",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_measures_PersonId",
                table: "plan_measures",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_DepartmentId",
                table: "commitments",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_ResponsibleId",
                table: "commitments",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_HandlingYear_State_IsKey_SortOn_Id",
                table: "cases",
                columns: new[] { "HandlingYear", "State", "IsKey", "SortOn", "Id" },
                descending: new[] { false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_cases_IsKey_SortOn_Id",
                table: "cases",
                columns: new[] { "IsKey", "SortOn", "Id" },
                descending: new[] { true, false, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_work_items_RecordedById_AnsweredAt",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "IX_plan_measures_DepartmentId",
                table: "plan_measures");

            migrationBuilder.DropIndex(
                name: "IX_plan_measures_PersonId",
                table: "plan_measures");

            migrationBuilder.DropIndex(
                name: "IX_commitments_DepartmentId",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_commitments_ResponsibleId",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "IX_cases_HandlingYear_State_IsKey_SortOn_Id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_IsKey_SortOn_Id",
                table: "cases");
        }
    }
}
