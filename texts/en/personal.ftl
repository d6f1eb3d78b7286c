# One's own data: shown, erased
mydata = Your data: { $what }
mydata-part = Your data { $number }/{ $parts }
mydata-none = Nothing is kept of you here but the account { $account }.
mydata-raw = Messages as they came are kept apart for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
mydata-account = account { $account }
mydata-phone = phone { $phone }
mydata-sent = { $n ->
    [one] { $n } message
   *[other] { $n } messages
 }
mydata-file = Your data is in this file.
forget-ask = { $own ->
    [yes] Erase your data?
   *[no] Erase the data of { $name }?
 }
    Name, phone number, account, the words and voices that were sent and the place on the roster go; figures and photos of the unit stay, and so do messages that stand in groups. It cannot be undone.
    { $own ->
    [yes] You can also send “/forget yes”.
   *[no] You can also send “/forget { $name } yes”.
 }
button-forget = Erase
forgotten = { $own ->
    [yes] Erased. Figures and photos of the unit stay.
   *[no] The data of { $name } is erased. Figures and photos of the unit stay.
 }
forget-others = Not erased: only the operator may erase somebody else’s data. For your own, send /forget.
forget-which = Not erased: there are several people called “{ $name }” on the roster. Give the phone number, or the unit behind the name.
