# One's own data: shown, erased
mydata = Your data { $number }/{ $parts }
    { $text }
mydata-file = Your data is in this file.
forget-ask = { $own ->
    [yes] Erase your data?
   *[no] Erase the data of { $name }?
 }
    Name, phone number, account and the words that were sent go, and the place on the roster; the figures of the unit stay. It cannot be undone.
    { $own ->
    [yes] You can also send “/forget yes”.
   *[no] You can also send “/forget { $name } yes”.
 }
button-forget = Erase
forgotten = { $own ->
    [yes] Erased. The figures of the unit stay.
   *[no] The data of { $name } is erased. The figures of the unit stay.
 }
forget-others = Not erased: only the operator may erase somebody else’s data. For your own, send /forget.
forget-which = Not erased: there are several people called “{ $name }” on the roster. Give the phone number, or the unit behind the name.
