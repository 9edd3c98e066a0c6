using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Proposals.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ActivityKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
