# Words learned from answers: other names of units, people's own words
aliases-first = 🔖 Words learned: { $n }
aliases-none = Nothing has been learned yet. When a unit’s name is not on the roster, or a figure not in the form, one answer is enough.
alias-row = “{ $word }” = { $unit } ({ $by }, { $day })
alias-row-chat = “{ $word }” = { $unit } ({ $chat }; { $by }, { $day })
word-row = “{ $phrase }” = { $indicator } (yours alone)
aliases-how = Press a button to forget a word, or send: /aliases drop { $word }
button-alias-drop = Forget { $word }
alias-revoked = “{ $word }” is forgotten and will be asked again
alias-unknown = That word is not known any more.
alias-not-there = “{ $word }” was not learned. See all: /aliases
alias-several = “{ $word }” is there more than once: send /aliases and press the one.
alias-not-yours = Not forgotten: who taught it, or the unit’s people, decide.
word-learned = Learned: your “{ $phrase }” is { $indicator }. If not, /aliases forgets it.
report-read-as = “{ $quote }” was noted as { $indicator }, as you said before
report-unit-near = ❓ Is “{ $written }” { $unit }?
    Your answer will be remembered.
button-unit-yes = Yes
button-unit-other = Another unit
button-unit-no = No, drop it
unit-other-toast = Which unit is it?
