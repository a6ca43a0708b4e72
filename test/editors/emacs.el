;;; emacs.el --- What a person sees in Emacs, step by step -*- lexical-binding: t; -*-

;;; Commentary:

;; Started by emacs.test.ts, which holds what is written down here against what is right.

;;; Code:

(require 'cl-lib)
(require 'json)
(require 'eglot)
(require 'flymake)
(require 'xref)

(defconst session (json-parse-string (getenv "OBJECTIVES_SESSION") :object-type 'alist :array-type 'list))
(defvar seen nil "What was seen, by the names of the steps.")

(defconst patience 20 "Seconds that anything may take.")

(defun see (step what)
  "Write down WHAT was seen at STEP."
  (push (cons step what) seen))

(defun await (what look)
  "Wait for WHAT until LOOK gives something, while Emacs goes on."
  (with-timeout (patience (error "Waited in vain for %s" what))
    (let (found)
      (while (not (setq found (funcall look)))
        (accept-process-output nil 0.01))
      found)))

(defun to (text)
  "Go to the first TEXT of the buffer."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun findings ()
  "What is found, with the text that is marked."
  (sort (mapcar (lambda (it)
                  (format "%s: %s"
                          (buffer-substring-no-properties (flymake-diagnostic-beg it) (flymake-diagnostic-end it))
                          (replace-regexp-in-string " \\[.*\\]\\'\\|\\`[^:]*\\[[^]]*\\]: " "" (flymake-diagnostic-text it))))
                (flymake-diagnostics))
        #'string<))

(defun hover ()
  "What is told about the place."
  (let (told)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq told (or text ""))))
    (substring-no-properties (await "a hover" (lambda () told)))))

(defun buffer-string-without-properties ()
  "The whole text."
  (buffer-substring-no-properties (point-min) (point-max)))

(defun pause ()
  "What a pause in typing does, which a batch does not have: edits reach the server."
  (eglot--signal-textDocument/didChange))

(defun play ()
  "The session."
  (setq objectives-server-command (alist-get 'server session))
  (setq eglot-sync-connect patience
        eglot-confirm-server-initiated-edits nil)
  (find-file (alist-get 'set session))
  (see 'filetype (symbol-name major-mode))
  (call-interactively #'eglot)

  (font-lock-ensure)
  (to "objective greet")
  (see 'highlighted (symbol-name (get-text-property (point) 'face)))

  ;; What a set includes is read first; before, nobody can say that a name is nowhere.
  (await "the error" (lambda () (flymake-start) (cl-some (lambda (it) (string-prefix-p "godbye" it)) (findings))))
  (see 'findings (findings))

  (to "godbye")
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ actions &rest _) (car (all-completions "Replace" actions)))))
    (see 'action (plist-get (car (eglot-code-actions (point) nil "quickfix")) :title))
    (eglot-code-actions (point) nil "quickfix" t))
  (await "the fix" (lambda () (save-excursion (goto-char (point-min)) (search-forward "-> goodbye" nil t))))
  (pause)

  (to "goodbye when")
  (see 'hover (hover))

  (xref-find-definitions "LSP identifier at point.")
  (see 'definition (format "%s: %s" (buffer-name) (thing-at-point 'word t)))
  (find-file (alist-get 'set session))

  ;; Behind emoji, where columns, bytes and characters differ.
  (to "-> goodbye")
  (end-of-line)
  (insert " -> g")
  (pause)
  (completion-at-point)
  (see 'completed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
  (delete-region (- (line-end-position) (length " -> goodbye")) (line-end-position))
  (pause)

  ;; In the fragment too, which is open by now.
  (to "goodbye when")
  (eglot-rename "farewell")
  (pause)
  (see 'renamed (buffer-string-without-properties))
  (find-file (alist-get 'fragment session))
  (see 'renamed_elsewhere (buffer-string-without-properties))

  (eglot-format-buffer)
  (see 'formatted (buffer-string-without-properties)))

(defun serializable (what)
  "WHAT was seen, with a list as JSON wants it."
  (if (listp what) (vconcat what) what))

(condition-case trouble (play) (error (see 'trouble (error-message-string trouble))))
(see 'version emacs-version)
(with-temp-file (alist-get 'result session)
  (insert (decode-coding-string
           (json-serialize (mapcar (lambda (it) (cons (car it) (serializable (cdr it)))) seen))
           'utf-8)))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs 0)

;;; emacs.el ends here
