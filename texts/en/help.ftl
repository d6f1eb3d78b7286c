# Help: a line a thing, the command first
help = 📋 What you can do (tap a command)
help-stranger = This is the reporting bot of { $town }. It does not know you yet.
    Open a private chat with it, press “Start”, then “Send my card”; or open the invitation link of your unit lead.
help-report = Report: write the day’s figures as you always do; /report asks item by item
help-zero = /zero nothing to report today
help-mine = /mine what is noted of today
help-aliases = /aliases words it has learned, and how to forget them
help-excuse-self = /excuse cannot report today
help-tasks = /tasks tasks and how they stand
help-answer-task = done 12: answers task 12 (got it, in progress, difficulty)
help-write-task = /task write a task
help-board = /board how many have reported, who has not
help-total = /total where a figure comes from
help-unit = /unit 黄溪村 one unit’s day
help-find = /find 口罩 who wrote what about it
help-brief = /brief the page for the meeting
help-cycle = /cycle how far the day’s steps are
help-silent = /remind those who have not reported · /excuse 黄溪村
help-decide = /decide note a decision of the meeting
help-rollcall = /present I am at the meeting
help-people = /invite · /remove
help-import = /import tables of units and people: just send the file
help-bind = /bind whose group this is
help-own-post = /handover · /leave
help-own-data = /mydata · /forget: what is kept of you
help-language = /language 简体, 繁體, English
