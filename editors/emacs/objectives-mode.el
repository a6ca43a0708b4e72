;;; objectives-mode.el --- The objectives of Tavus video agents -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; A major mode for *.objectives files.  Eglot and lsp-mode find the language server by it.

;;; Code:

(defgroup objectives nil
  "The objectives of Tavus video agents."
  :group 'languages)

(defcustom objectives-server-command '("objectives" "lsp" "--stdio")
  "The language server, as a list of a program and its arguments."
  :type '(repeat string))

(defvar objectives-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?- "w" table)
    (modify-syntax-entry ?> "." table)
    table)
  "A name may hold a hyphen; a comment goes from two slashes to the end of its line.")

;; Three quotes open and close a block string, in which one quote is a letter like any other.
(defconst objectives-syntax-propertize
  (syntax-propertize-rules ("\\(\"\\)\\(\"\\)\\(\"\\)" (1 "|") (2 ".") (3 "."))))

(defconst objectives-font-lock-keywords
  '(("^\\s-*\\_<objective\\s-+\\([[:word:]]+\\)" 1 font-lock-function-name-face)
    ("\\_<\\(objectives\\|objective\\|scenario\\|param\\|defaults\\|include\\)\\_>" . font-lock-keyword-face)
    ("\\_<\\(prompt\\|collect\\|confirm\\|modality\\|callback\\|meta\\)\\_>" . font-lock-type-face)
    ("\\_<\\(when\\|otherwise\\)\\_>" . font-lock-keyword-face)
    ("\\_<\\(auto\\|manual\\|verbal\\|visual\\)\\_>" . font-lock-constant-face)
    ("->\\s-*\\([[:word:]]+\\)" 1 font-lock-variable-name-face)
    ("\\${[^}\"\n]*}" 0 font-lock-preprocessor-face t))
  "What stands out beside texts and comments.")

(defun objectives-indent-line ()
  "Indent by two columns a brace; the server lays out the rest."
  (interactive)
  (let ((depth (car (save-excursion (syntax-ppss (line-beginning-position))))))
    (save-excursion
      (back-to-indentation)
      (when (eq (char-after) ?}) (setq depth (1- depth)))
      (unless (nth 3 (syntax-ppss)) (indent-line-to (* 2 (max 0 depth)))))
    (when (< (current-column) (current-indentation)) (back-to-indentation))))

;;;###autoload
(define-derived-mode objectives-mode prog-mode "Objectives"
  "Major mode for the objectives of Tavus video agents."
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "///*\\s-*")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local indent-line-function #'objectives-indent-line)
  (setq-local syntax-propertize-function objectives-syntax-propertize)
  (setq-local font-lock-defaults '(objectives-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.objectives\\'" . objectives-mode))

(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (add-to-list 'eglot-server-programs
               (cons 'objectives-mode (lambda (&rest _) objectives-server-command))))

(with-eval-after-load 'lsp-mode
  (defvar lsp-language-id-configuration)
  (declare-function lsp-register-client "lsp-mode")
  (declare-function make-lsp-client "lsp-mode")
  (declare-function lsp-stdio-connection "lsp-mode")
  (declare-function lsp-activate-on "lsp-mode")
  (add-to-list 'lsp-language-id-configuration '(objectives-mode . "objectives"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () objectives-server-command))
                    :activation-fn (lsp-activate-on "objectives")
                    :server-id 'objectives)))

(provide 'objectives-mode)

;;; objectives-mode.el ends here
