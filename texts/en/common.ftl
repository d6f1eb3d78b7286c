# Words that all messages share
day = { $date } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
    }
list-comma = {", "}
list-folded = { $shown } … and { $more } more
figure = { $name } { $value } { $measure }
language-name = English
language-set = English from now on in this chat.
language-unknown = Choose one of: { $languages }. For example: /language en
