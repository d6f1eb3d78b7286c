# Importing the tables of units and people
import-table = { $table ->
        [units] table of units
       *[people] table of people
    }
import-preview = 📋 { $file }: { $table }, not imported yet
import-counts = { $added } new · { $updated } updated · { $unchanged } unchanged
import-bad-rows = ❓ { $rows ->
    [one] { $rows } row has a mistake:
   *[other] { $rows } rows have mistakes:
    }
import-bad-row = Row { $row }: { $reason }
import-more = … and { $more } more
import-how-all = You can also send “/import” or “/import cancel”.
import-how-good = You can also send “/import good” or “/import cancel”, or mend the table and send it again.
import-how-nothing = Nothing would change.
button-import = Import
button-import-good = Import the good rows
button-import-cancel = Cancel
import-done = ✅ { $file } imported: { $added } new · { $updated } updated · { $unchanged } unchanged{ $skipped ->
        [0] { "" }
        [one] { " " }· { $skipped } row left out
       *[other] { " " }· { $skipped } rows left out
    }
import-cancelled = { $file } was not imported.
import-nothing = No table is waiting. Send a .csv or .xlsx file here; you see it before it is imported.
    Columns of the units: 编码, 名称, 上级, 别名, 是否上报, 覆盖, 截止 (or code, name, parent, aliases, reports, covers, deadline); of the people: 姓名, 电话, 单元, 角色 (or name, phone, unit, role).
import-over = This table has been dealt with. To import it again, send it again.
import-has-mistakes = Not imported: { $rows ->
    [one] { $rows } row has a mistake
   *[other] { $rows } rows have mistakes
    }. “/import good” leaves them out.
import-not-fetched = { $file } could not be fetched, please send it again.

table-kind = { $name } cannot be read. Please save it as .xlsx or .csv and send that.
table-too-big = The file is too large; { $most } is the most.
table-too-long = Too many rows; { $most } is the most.
table-encoding = The text cannot be read. Please save it as .csv in UTF-8, or as .xlsx.
table-broken = The file is incomplete or damaged. Please save it once more and send that.
table-empty = The table is empty.
table-unknown = This is neither a table of units (columns 编码 and 名称, or code and name) nor one of people (columns 姓名 and 角色, or name and role).
table-columns = Columns are missing: { $columns }

mistake-table-formula = there are formulas; please copy and “Paste values”: { $columns }
mistake-unit-code-missing = there is no code
mistake-unit-code-bad = the code “{ $value }” will not do: letters, digits, Chinese characters, dots and dashes, at most 20
mistake-unit-code-reserved = the code “{ $value }” has another use; please choose another
mistake-unit-code-twice = the code “{ $value }” is that of row { $first } too
mistake-unit-name-missing = there is no name
mistake-unit-name-long = the name is too long, { $most } characters are the most: { $value }
mistake-unit-reports-unknown = whether it reports, “{ $value }”, is not understood: write 是 or 否 (yes or no)
mistake-unit-covers-unknown = what it covers, “{ $value }”, is not understood: write 本级 or 全部 (self or subtree)
mistake-unit-deadline-unknown = the deadline “{ $value }” is not understood: write an hour like 15:00
mistake-unit-deadline-late = { $name } would close at { $value }, after { $above } above it at { $limit }
mistake-unit-deadline-after-town = { $name } would close at { $value }, after the town at { $limit }
mistake-unit-parent-unknown = there is no unit “{ $value }” above it
mistake-unit-parent-unclear = several units are called “{ $value }”: write the code of the one above
mistake-unit-parent-bad = the row of “{ $value }”, the unit above, has a mistake
mistake-unit-circle = “{ $value }” would stand below itself
mistake-unit-too-deep = “{ $value }” would stand at too deep a level; there are { $most } at most
mistake-person-name-missing = there is no name
mistake-person-name-long = the name is too long, { $most } characters are the most: { $value }
mistake-person-phone-bad = “{ $value }” does not look like a phone number
mistake-person-phone-twice = the phone number { $value } is that of row { $first } too, under another name
mistake-person-telegram-bad = the Telegram id “{ $value }” must be digits
mistake-person-telegram-twice = the Telegram id { $value } is that of row { $first } too
mistake-person-two-accounts = { $value } has another Telegram id in row { $first }
mistake-person-twice = { $value } is the same as in row { $first }
mistake-person-clash = the phone number and the Telegram id of { $value } belong to two people on the roster
mistake-person-role-missing = there is no role
mistake-person-role-unknown = the role “{ $value }” is not understood: 网格员, 负责人, 领导, 督查, 运维 (or warden, lead, leader, inspector, operator)
mistake-person-unit-missing = there is no unit (only leaders, inspectors and operators can do without)
mistake-person-unit-unknown = there is no unit “{ $value }”
mistake-person-unit-unclear = several units are called “{ $value }”: write the code
